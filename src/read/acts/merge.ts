import type { Doc, Frame, Mention, Site } from '../doc.ts'
import { kinSigns, liesApart, mayBeOne, type Telling, tellingOf } from './kin.ts'
import { plainlySame } from './plain.ts'
import { settleStatus } from './voice.ts'
import { sumOf } from './weigh.ts'

/** Another telling is looked for among this many acts before. */
const REACH = 10
/** How much the weights must speak for one act, in log odds, where nothing plain does. */
const SURE = 1

/**
 * One act told twice becomes one frame: summary and detail, headline and body, noun and the verb that follows it. A telling joins
 * the last act before that it is plainly the same as; else the one that the weights find likeliest, if they are sure of it.
 */
export function mergeActs(doc: Doc, frames: readonly Frame[]): readonly Frame[] {
  const acts: Act[] = []
  for (const frame of frames) {
    const telling = tellingOf(doc, frame)
    const plain = acts.findLast(
      ({ whole, last, telling: told }) =>
        plainlySame(doc, whole, frame) || (plainlySame(doc, last, frame) && !liesApart(told, telling)),
    )
    const same = plain ?? likeliest(doc, acts, telling)
    if (!same) {
      acts.push({ whole: frame, last: { ...frame }, telling })
      continue
    }
    const { from, to } = same.last.trigger
    doc.note({
      step: 'acts',
      rule: plain ? 'acts.same' : 'acts.likely-same',
      span: frame.trigger,
      gave: same.whole.type,
      why: `another telling of «${doc.report.text.slice(from, to)}»`,
      lacked: 'a place, party or toll that differs',
    })
    same.last = { ...frame }
    absorb(doc, same.whole, frame)
    same.telling = tellingOf(doc, same.whole)
  }
  return acts.map(({ whole }) => whole)
}

/** An act with all that its tellings say, and its last telling as it stands, to which the next may refer. */
type Act = { readonly whole: Frame; last: Frame; telling: Telling }

/** Of the acts before, the one that the weights find likeliest to be this one; null when they are sure of none. */
function likeliest(doc: Doc, acts: readonly Act[], telling: Telling): Act | null {
  let best: Act | null = null
  let most = SURE
  let between = 0
  for (const act of acts.slice(-REACH).reverse()) {
    if (!mayBeOne(act.whole, telling.frame) || liesApart(act.telling, telling)) continue
    const [score = 0] = sumOf(kinSigns(doc, act.telling, telling, between++), doc.knowledge.weights.same)
    if (score <= most) continue
    most = score
    best = act
  }
  return best
}

const carriesPlace = (frame: Frame): boolean => frame.rules.some((rule) => rule.startsWith('carry.place'))

/** Puts what the later telling adds into the first. */
function absorb(doc: Doc, first: Frame, later: Frame) {
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
  add(first.harms, later.harms)
  add(first.people, later.people)
  first.time ??= later.time
  settleStatus(doc, first, later)
  if (!first.sources.length) add(first.sources, later.sources)
  first.background &&= later.background
  if (later.trigger.predicate.event !== 'harm')
    first.mentions.push({ from: later.trigger.from, to: later.trigger.to }, ...later.mentions)
  add(first.rules, ['acts.same', ...later.rules.filter((rule) => rule.startsWith('idiom.'))])
}
