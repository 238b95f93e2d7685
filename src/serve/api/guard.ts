import { isIP } from 'node:net'
import { hostname } from 'node:os'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { Refused } from './refusal.ts'
import type { View } from './view.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * The headers that keep a page of ours to itself: no script, style or connection from anywhere else. There is no HTTPS on
 * loopback, so nothing is upgraded to it. Mantine writes style elements; the map's worker comes from a blob.
 */
export async function addHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  app.addHook('onSend', async (request, reply) => {
    // what the record says stays out of caches on disk
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
}

/**
 * Answers only requests that name this machine, or one of `hosts`, as their host: a page elsewhere that points its own name
 * at 127.0.0.1 (DNS rebinding) gets nothing. The public view is reached from other machines, by this one's name or by an
 * address; a rebound name is never an address.
 */
export function addHostCheck(app: FastifyInstance, hosts: readonly string[], view: View): void {
  const known = new Set([...LOOPBACK, ...hosts, ...(view === 'public' ? [hostname()] : [])].map(bare))
  app.addHook('onRequest', async (request) => {
    const host = bare(request.headers.host ?? '')
    if (known.has(host) || (view === 'public' && isIP(host.replace(/^\[|\]$/g, '')))) return
    throw new Refused(403, `This server does not answer to the name "${host}"; use the address that it was started with.`)
  })
}

/** A host without its port, in lower case; '' for what is no host. */
function bare(host: string): string {
  try {
    return new URL(`http://${isIP(host) === 6 ? `[${host}]` : host}`).hostname
  } catch {
    return ''
  }
}
