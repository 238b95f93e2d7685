import { createServer } from 'node:net'
import { Fault } from '../../model/fault.ts'

/** Where to listen. Port 0 is any free one. */
export type Address = { readonly host: string; readonly port: number }

/** The options of the commands that listen. */
export const LISTEN = {
  port: ['--port <PORT>', 'port to listen on', '8750'],
  host: ['--host <HOST>', 'address to listen on; the default answers this machine alone', '127.0.0.1'],
} as const

/** @throws Fault for a port that is no number of 0 to 65535. */
export function parseAddress({ host, port }: { readonly host: string; readonly port: string }): Address {
  const number = /^\d{1,5}$/.test(port) ? Number(port) : Number.NaN
  if (!(number <= 65535)) throw new Fault(`--port: "${port}" is no port; give a number from 0 to 65535.`)
  if (host.trim() === '') throw new Fault('--host: is empty; give an address such as 127.0.0.1.')
  return { host: host.trim(), port: number }
}

/** Tries to listen, so that an address which cannot be had is told before anything is read. @throws Fault saying why. */
export async function probe(address: Address): Promise<void> {
  const server = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(address, resolve)
    })
  } catch (error) {
    throw refusal(error, address)
  }
  await new Promise((closed) => server.close(closed))
}

/** An error of listening, as the sentence for the person who gave the address; other errors as they are. */
export function refusal(error: unknown, { host, port }: Address): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return new Fault(`port ${port} of ${host} is in use; stop what uses it, or give another --port.`)
  if (code === 'EACCES') return new Fault(`port ${port} needs rights that you do not have; give a --port above 1023.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EINVAL')
    return new Fault(`--host: ${host} is no address of this machine; give one that is, such as 127.0.0.1.`)
  return error
}
