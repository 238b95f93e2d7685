import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance } from 'fastify'
import type { Knowledge } from '../../data/knowledge.ts'
import type { Store } from '../../record/store.ts'
import { ROUTES } from './contract.ts'
import { addHeaders, addHostCheck } from './guard.ts'
import { answerError } from './refusal.ts'
import { addRoutes } from './routes.ts'
import type { View } from './view.ts'

export type ServerOptions = {
  readonly record: Store
  readonly knowledge: Knowledge
  readonly view: View
  /** the built app; null serves the API alone */
  readonly webFolder: string | null
  /** names under which the server is reached, besides localhost and (public view) this machine's name and any address */
  readonly hosts?: readonly string[]
  readonly now?: () => Date
}

/** A year: the names of built files change with their content. */
const FOREVER = 'public, max-age=31536000, immutable'

/**
 * The API over a record, and the app in front of it; call `listen` on what it returns. Every refusal is
 * `{ error: one sentence }`. The record stays the caller's to close.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { record, knowledge, view, webFolder, hosts = [], now = () => new Date() } = options
  const app = fastify({
    logger: { level: 'error', stream: process.stderr },
    // an unknown filter must be refused, not dropped: its answer would look filtered
    ajv: { customOptions: { removeAdditional: false } },
    forceCloseConnections: true,
  })
  app.setErrorHandler(answerError)
  // the schemas of answers describe them; each answer is built to its type, so nothing is filtered a second time
  app.setSerializerCompiler(() => JSON.stringify)
  addHostCheck(app, hosts, view)
  await addHeaders(app)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Tawthiq', description: 'Reports, claims and incidents of one record, to read.', version: '1' },
    },
  })
  await app.register(async (api) => {
    addRoutes(api, { record, knowledge, view, now })
    api.get(ROUTES.openapi, { schema: { hide: true } }, async () => app.swagger())
  })
  await addApp(app, webFolder)
  return app
}

/** The app's files; any other address that is not the API's is one of the app's pages, which `index.html` shows. */
async function addApp(app: FastifyInstance, webFolder: string | null): Promise<void> {
  const root = webFolder !== null && existsSync(join(webFolder, 'index.html')) ? resolve(webFolder) : null
  if (root)
    await app.register(fastifyStatic, {
      root,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes(`${root}/assets/`) ? FOREVER : 'no-cache')
      },
    })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0]!
    const page = request.method === 'GET' && path !== '/api' && !path.startsWith('/api/') && !/\.\w+$/.test(path)
    if (page && root) return reply.sendFile('index.html')
    const sentence = page
      ? 'The app is not built; run npm run build:web, or ask the API under /api/.'
      : `There is nothing at ${request.method} ${path}; /api/openapi.json lists what there is.`
    return reply.code(404).send({ error: sentence })
  })
}
