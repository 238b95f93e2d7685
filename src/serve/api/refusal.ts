import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Fault } from '../../model/fault.ts'

/** A request that is not answered: an HTTP status, and one sentence for people. */
export class Refused extends Error {
  override name = 'Refused'
  readonly status: number
  constructor(status: number, sentence: string) {
    super(sentence)
    this.status = status
  }
}

type Problem = NonNullable<FastifyError['validation']>[number]

/** The handler of every error: what the request got wrong is told; what went wrong here is logged and not shown. */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, sentence } = told(error)
  if (status >= 500) request.log.error(error)
  return reply.code(status).type('application/json').send({ error: sentence })
}

function told(error: FastifyError | Error): { status: number; sentence: string } {
  if (error instanceof Refused) return { status: error.status, sentence: error.message }
  if (error instanceof Fault) return { status: 500, sentence: error.message }
  const problem = 'validation' in error ? error.validation?.[0] : undefined
  if (problem) return { status: 400, sentence: sentenceOf(problem) }
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
  return status < 500
    ? { status, sentence: `The request cannot be answered: ${error.message}.` }
    : { status: 500, sentence: 'The record could not answer because of a fault of its own; its log says which.' }
}

function sentenceOf({ keyword, instancePath, params, message }: Problem): string {
  const field = instancePath.replace(/^\//, '') || 'The request'
  if (keyword === 'additionalProperties')
    return `There is no filter named "${params.additionalProperty}"; /api/openapi.json lists them.`
  if (keyword === 'pattern') return `${field}: write a day as YYYY-MM-DD, as in 2016-12-11.`
  if (keyword === 'anyOf' || keyword === 'const')
    return `${field}: this value is not one of those that /api/openapi.json lists.`
  return `${field}: the value ${message ?? 'is wrong'}.`
}
