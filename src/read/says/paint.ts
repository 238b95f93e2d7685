import { toOriginal } from '../../model/fold.ts'
import type { Status } from '../../model/types.ts'
import type { Attribution } from '../doc.ts'
import type { Page } from './page.ts'

const WEIGHT: Readonly<Record<Status, number>> = { asserted: 0, claimed: 1, unconfirmed: 2, denied: 3 }

/** A statement holds for tokens [first, end); what was said there before gives way to it. */
export function lay(page: Page, first: number, end: number, said: Attribution): void {
  for (let at = first; at < end; at++) page.said[at] = said
  note(page, first, end, said)
}

/** A statement holds where nobody else speaks. */
export function fill(page: Page, first: number, end: number, said: Attribution): void {
  for (let at = first; at < end; at++) page.said[at] ??= said
  note(page, first, end, said)
}

/** Nobody is known to speak from here on. */
export function clear(page: Page, first: number, end: number): void {
  page.said.fill(null, first, end)
}

/** Doubt or denial over what is said at tokens [first, end); who says it stays, `source` speaks only where nobody does. */
export function cast(
  page: Page,
  first: number,
  end: number,
  status: Status,
  rule: string,
  source: Attribution['source'] = null,
) {
  for (let at = first; at < end; at++) {
    const said = page.said[at]
    if (!said) page.said[at] = { status, source, rules: [rule] }
    else if (WEIGHT[status] > WEIGHT[said.status])
      page.said[at] = { status, source: said.source ?? source, rules: [...said.rules, rule] }
  }
  note(page, first, end, { status, source, rules: [rule] })
}

function note({ doc }: Page, first: number, end: number, { status, source, rules }: Attribution) {
  if (first >= end) return
  doc.note({
    step: 'says',
    rule: rules[0] ?? 'says',
    span: source ?? toOriginal(doc.folded, doc.tokens[first]!.at, doc.tokens[first]!.until),
    gave: status,
    why: 'who says it, and how',
  })
}
