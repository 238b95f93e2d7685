import type { After } from '../../record/find.ts'
import { Refused } from './refusal.ts'

/** The `next` of a page whose last row has this key and id. */
export const cursorOf = ({ key, id }: After): string => Buffer.from(JSON.stringify([key, id])).toString('base64url')

/** @throws Refused (400) for a text that is no `next` of a page. */
export function afterOf(cursor: string | undefined): After | undefined {
  if (!cursor) return undefined
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    if (typeof key === 'string' && typeof id === 'string') return { key, id }
  } catch {}
  throw new Refused(400, 'cursor: this is not the "next" of a page; begin again without it.')
}

/** The rows of one page out of `limit + 1` rows asked for, and the cursor when more follow. */
export function pageOf<R>(
  rows: readonly R[],
  limit: number,
  after: (row: R) => After,
): { items: readonly R[]; next: string | null } {
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? cursorOf(after(items.at(-1)!)) : null }
}
