/**
 * One report as it came in, decoded: `text` is what `bytes` say in `encoding` (byte-order mark removed, line ends as they
 * came; of a .txt file what follows its head, of a .jsonl line its `text`). `callerId` is the id that the input gave it,
 * `published` an ISO date or date-time, `origin` the file it stood in, with the line for .jsonl.
 */
export type Incoming = {
  readonly bytes: Uint8Array
  readonly encoding: string
  readonly text: string
  readonly callerId: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly url: string | null
  readonly origin: string
}
