import type { Doc, Frame, Mention, Site } from '../doc.ts'
import { kinSigns, mayBeOne } from './kin.ts'
import { foremost, sumOf } from './weigh.ts'

/** Another telling is looked for among this many acts before. */
const REACH = 12

/**
 * One act told twice becomes one frame: summary and detail, headline and body, noun and the verb that follows it. Each telling
 * joins the act before that the weights find likeliest to be the same; where none is, it is an act of its own.
 */
export function mergeActs(doc: Doc, frames: readonly Frame[]): readonly Frame[] {
  const weights = doc.knowledge.weights.same
  const kept: Frame[] = []
  for (const frame of frames) {
    let same: Frame | null = null
    let most = 0
    let between = 0
    for (let i = kept.length - 1; i >= Math.max(0, kept.length - REACH); i--) {
      const other = kept[i]!
      if (!mayBeOne(other, frame)) continue
      const [score = 0] = sumOf(kinSigns(doc, other, frame, between++), weights)
      if (score > most) {
        most = score
        same = other
      }
    }
    if (!same) {
      kept.push(frame)
      continue
    }
    const told = { from: same.trigger.from, to: same.trigger.to }
    const why = foremost(kinSigns(doc, same, frame, 0), weights, true)
    absorb(same, frame)
    doc.note({
      step: 'acts',
      rule: 'acts.same',
      span: frame.trigger,
      gave: same.type,
      why: `another telling of «${doc.report.text.slice(told.from, told.to)}», ${most.toFixed(1)}: ${why}`,
      lacked: 'signs that it is an act of its own',
    })
  }
  return kept
}

const carriesPlace = (frame: Frame): boolean => frame.rules.some((rule) => rule.startsWith('carry.place'))

/** Puts what the later telling adds into the first; asserted anywhere is asserted. */
function absorb(first: Frame, later: Frame) {
  const add = <T>(list: T[], more: readonly T[]) => {
    for (const item of more) if (!list.includes(item)) list.push(item)
  }
  const addSites = (list: Site[], more: readonly Site[]) => {
    for (const site of more)
      if (!list.some(({ mention }) => mention.ids.some((id) => site.mention.ids.includes(id)) || mention === site.mention))
        list.push(site)
  }
  if (first.open && !later.open) {
    first.type = later.type
    first.open = false
  }
  // a place told with the act counts for more than one carried over from the words around
  if (carriesPlace(first) && !carriesPlace(later) && later.sites.length) first.sites = [...later.sites]
  else if (!carriesPlace(later) || !first.sites.length) addSites(first.sites, later.sites)
  const addParties = (list: Mention[], more: readonly Mention[]) => {
    for (const party of more)
      if (!list.some((own) => own === party || own.ids.some((id) => party.ids.includes(id)))) list.push(party)
  }
  if (!first.perpetrators.length) addParties(first.perpetrators, later.perpetrators)
  addParties(first.targets, later.targets)
  for (const mean of later.means)
    if (!first.means.some((own) => own.ids.some((id) => mean.ids.includes(id)))) first.means.push(mean)
  // a number said later replaces a bare plural said before
  for (const outcome of new Set(later.harms.map((harm) => harm.outcome))) {
    const own = first.harms.filter((harm) => harm.outcome === outcome)
    const told = later.harms.filter((harm) => harm.outcome === outcome)
    const vague = own.every(({ count }) => count.bound === 'vague')
    if (vague && (own.length === 0 || told.some(({ count }) => count.bound !== 'vague')))
      first.harms = [...first.harms.filter((harm) => harm.outcome !== outcome), ...told]
  }
  add(first.people, later.people)
  first.time ??= later.time
  if (
    later.status === 'asserted' &&
    first.status === 'claimed' &&
    !later.background &&
    later.trigger.sentence !== first.trigger.sentence
  )
    first.status = 'asserted'
  if (!first.sources.length) add(first.sources, later.sources)
  first.background &&= later.background
  if (later.trigger.predicate.event !== 'harm')
    first.mentions.push({ from: later.trigger.from, to: later.trigger.to }, ...later.mentions)
  add(first.rules, ['acts.same'])
}
