/** An answer that is no answer: the server's sentence, or none when it could not be reached. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
  readonly status: number
  readonly sentence: string | null
  constructor(status: number, sentence: string | null) {
    super(sentence ?? `no answer (${status})`)
    this.status = status
    this.sentence = sentence
  }
}

/** @throws NoAnswer on a refusal, or when no server answers. */
export async function ask<T>(path: string, params?: URLSearchParams, signal?: AbortSignal): Promise<T> {
  const query = params?.toString()
  const response = await fetch(query ? `${path}?${query}` : path, { signal, headers: { accept: 'application/json' } }).catch(
    (cause: unknown) => {
      if (signal?.aborted) throw cause
      throw new NoAnswer(0, null)
    },
  )
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new NoAnswer(response.status, sentenceIn(body))
  return body as T
}

function sentenceIn(body: unknown): string | null {
  const { error } = (body ?? {}) as { readonly error?: unknown }
  return typeof error === 'string' ? error : null
}
