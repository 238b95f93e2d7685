import type { Numerals } from '../../data/numerals.ts'
import type { Token } from '../letters/tokens.ts'
import { entryAt, isDefinite, readOrdinal } from '../letters/values.ts'
import { type Amount, readAmount } from './amounts.ts'
import type { Core } from './bounds.ts'

/** How far before "from X to Y" a verb of change is looked for. */
const CHANGE_REACH = 8
const DASHED = /^(\d{1,6})-(\d{1,6})$/

type End = Amount & { readonly ordinal: boolean }

/** "Between 10 and 15", "from 10 to 15", "10 to 15", "5-7", "three or four", "between the tenth and fifteen". */
export function rangeAt(
  tokens: readonly Token[],
  at: number,
  numerals: Numerals,
  isName: (at: number) => boolean,
): Core | null {
  const lead = entryAt(tokens, at, numerals, 'link')
  const start = lead?.code === 'between' || lead?.code === 'from' ? at + 1 + lead.rest.length : at
  if (lead && start === at) return null
  const dashed = start === at ? DASHED.exec(tokens[at]?.key ?? '') : null
  if (dashed) return isYears(dashed) ? null : digitsRange(tokens, at, Number(dashed[1]), Number(dashed[2]), numerals)
  const between = lead?.code === 'between'
  for (let joins = 99; joins >= 0; ) {
    const low = endAt(tokens, start, numerals, between, joins)
    if (!low || isName(start)) return null
    const high = upper(tokens, low.end, lead?.code ?? '', numerals)
    if (high) {
      if (!between && high.link === 'to' && isChange(tokens, at, numerals)) return null
      return range(tokens, start, low, high, numerals)
    }
    // "between five and twenty" was read as twenty-five
    if (!between || low.joins === 0) return null
    joins = Math.min(low.joins, joins) - 1
  }
  return null
}

function endAt(tokens: readonly Token[], at: number, numerals: Numerals, ordinals: boolean, joins = 99): End | null {
  const amount = readAmount(tokens, at, numerals, joins)
  if (amount) return { ...amount, ordinal: false }
  const ordinal = ordinals ? readOrdinal(tokens, at, numerals) : null
  if (!ordinal || !isDefinite(ordinal)) return null
  return { ...ordinal, count: ordinal.value, kind: 'count', ordinal: true }
}

type Upper = End & { readonly first: number; readonly link: string }

function upper(tokens: readonly Token[], at: number, lead: string, numerals: Numerals): Upper | null {
  const link = entryAt(tokens, at, numerals, 'link')
  if (lead === 'between') {
    const glued = numerals.words.get(tokens[at]?.key ?? '')?.some(({ proclitic }) => proclitic.startsWith('and'))
    const first = link?.code === 'and' ? at + 1 : at
    const value = first > at || glued ? endAt(tokens, first, numerals, true) : null
    if (value) return { ...value, first, link: 'and' }
  }
  const dash = link?.code === 'dash' && lead === '' && tokens[at + 1]?.kind === 'number'
  if (!dash && link?.code !== 'to' && !(link?.code === 'or' && lead === '')) return null
  const first = at + 1 + link!.rest.length
  const value = endAt(tokens, first, numerals, lead === 'between')
  return value && { ...value, first, link: link!.code }
}

function range(tokens: readonly Token[], first: number, low: End, high: Upper, numerals: Numerals): Core | null {
  // "two or three thousand": the thousand belongs to both
  const shared = high.scale > 1 && low.scale === 1 && low.value * high.scale < high.value ? high.scale : 1
  if (low.value * shared >= high.value || low.count * shared >= high.count) return null
  const kind = low.ordinal || high.ordinal ? 'ordinal' : low.kind === high.kind || high.kind !== 'count' ? high.kind : low.kind
  return percented(
    tokens,
    {
      end: high.end,
      min: low.count * shared,
      max: high.count,
      kind,
      bound: 'range',
      parts: [
        { first, end: low.end, value: low.value * shared, side: 'from' },
        { first: high.first, end: high.end, value: high.value, side: 'to' },
      ],
    },
    numerals,
  )
}

/** "5-7", one token: its two numbers have no tokens of their own. */
function digitsRange(tokens: readonly Token[], at: number, min: number, max: number, numerals: Numerals): Core | null {
  if (min >= max) return null
  const parts = [
    { first: at, end: at + 1, value: min, side: 'from' },
    { first: at, end: at + 1, value: max, side: 'to' },
  ] as const
  return percented(tokens, { end: at + 1, min, max, kind: 'count', bound: 'range', parts }, numerals)
}

/** A number or a range with "percent" after it. */
export function percented(tokens: readonly Token[], core: Core, numerals: Numerals): Core {
  const percent = entryAt(tokens, core.end, numerals, 'percent')
  return percent ? { ...core, end: core.end + 1 + percent.rest.length, kind: 'percent' } : core
}

const isYears = (pair: RegExpExecArray): boolean => [pair[1]!, pair[2]!].every((year) => /^(19|20)\d\d$/.test(year))

function isChange(tokens: readonly Token[], at: number, numerals: Numerals): boolean {
  for (let back = at - 1; back >= Math.max(0, at - CHANGE_REACH); back--) {
    if (entryAt(tokens, back, numerals, 'change')) return true
    if (tokens[back]?.key === '\n' || tokens[back]?.key === '.') return false
  }
  return false
}
