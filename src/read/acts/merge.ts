import type { Doc, Frame, Mention, Site } from '../doc.ts'

type Input = Pick<Doc, 'folded' | 'tokens' | 'analyses' | 'note'>

const LIGHT_HARM = 'harm'

/** One act told twice becomes one frame: summary and detail, headline and body, noun and the verb that follows it. */
export function mergeActs(doc: Input, frames: readonly Frame[]): readonly Frame[] {
  const kept: Frame[] = []
  for (const frame of frames) {
    const same = kept.findLast((other) => sameAct(doc, other, frame))
    if (!same) {
      kept.push(frame)
      continue
    }
    absorb(same, frame)
    doc.note({ step: 'acts', rule: 'acts.same', span: frame.trigger, gave: same.type, why: 'another telling of the same act', lacked: 'a place, party or toll that differs' })
  }
  return kept
}

function sameAct(doc: Input, a: Frame, b: Frame): boolean {
  if (a.type !== b.type) return false
  const close = b.trigger.sentence === a.trigger.sentence
  const gap = b.trigger.at - a.trigger.at
  if (close && gap <= 3 && !(b.trigger.analysis?.conjunction ?? false)) return true
  if (clash(tollOf(a), tollOf(b))) return false
  const aSites = sites(a)
  const bSites = sites(b)
  const shared = aSites.some((x) => bSites.some((y) => samePlace(doc, x, y)))
  const apart = aSites.length > 0 && bSites.length > 0 && !shared
  if (apart) return false
  if (partiesDiffer(a.perpetrators, b.perpetrators) && a.type !== 'armed clash') return false
  if (a.background !== b.background && !shared) return false
  const refersBack = b.trigger.analysis?.article === true
  if (refersBack && b.trigger.sentence - a.trigger.sentence <= 3) return true
  if (close) return shared || !bSites.length
  return shared
}

const sites = (frame: Frame): readonly Mention[] => frame.sites.filter(({ role }) => role === 'site').map(({ mention }) => mention)

const words = (doc: Input, mention: Mention): string => doc.tokens.slice(mention.first, mention.end).map(({ key }) => key).join(' ')

const samePlace = (doc: Input, a: Mention, b: Mention): boolean =>
  a === b || a.ids.some((id) => b.ids.includes(id)) || (a.ids.length === 0 && b.ids.length === 0 && words(doc, a) === words(doc, b))

function partiesDiffer(a: readonly Mention[], b: readonly Mention[]): boolean {
  if (!a.length || !b.length) return false
  const known = (list: readonly Mention[]) => list.flatMap(({ ids }) => ids)
  const left = known(a)
  const right = known(b)
  if (!left.length || !right.length) return false
  return !left.some((id) => right.includes(id))
}

type Tolls = ReadonlyMap<string, number>
const tollOf = (frame: Frame): Tolls => new Map(frame.harms.filter(({ count }) => count.bound === 'exact').map(({ outcome, count }) => [outcome, count.min]))
const clash = (a: Tolls, b: Tolls): boolean => [...a].some(([outcome, count]) => b.has(outcome) && b.get(outcome) !== count)

/** Puts what the later telling adds into the first; asserted anywhere is asserted. */
function absorb(first: Frame, later: Frame) {
  const add = <T>(list: T[], more: readonly T[]) => {
    for (const item of more) if (!list.includes(item)) list.push(item)
  }
  const addSites = (list: Site[], more: readonly Site[]) => {
    for (const site of more) if (!list.some(({ mention }) => mention.ids.some((id) => site.mention.ids.includes(id)) || mention === site.mention)) list.push(site)
  }
  addSites(first.sites, later.sites)
  const addParties = (list: Mention[], more: readonly Mention[]) => {
    for (const party of more) if (!list.some((own) => own === party || own.ids.some((id) => party.ids.includes(id)))) list.push(party)
  }
  if (!first.perpetrators.length) addParties(first.perpetrators, later.perpetrators)
  addParties(first.targets, later.targets)
  for (const mean of later.means) if (!first.means.some((own) => own.ids.some((id) => mean.ids.includes(id)))) first.means.push(mean)
  for (const harm of later.harms) if (!first.harms.some((own) => own.outcome === harm.outcome)) first.harms.push(harm)
  add(first.people, later.people)
  first.time ??= later.time
  if (later.status === 'asserted' && first.status === 'claimed') first.status = 'asserted'
  if (!first.sources.length) add(first.sources, later.sources)
  first.background &&= later.background
  if (later.trigger.predicate.event !== LIGHT_HARM) first.mentions.push({ from: later.trigger.from, to: later.trigger.to }, ...later.mentions)
  add(first.rules, ['acts.same'])
}
