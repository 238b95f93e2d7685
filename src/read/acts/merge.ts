import type { Doc, Frame, Mention, Site } from '../doc.ts'
import { kinSigns, liesApart, mayBeOne } from './kin.ts'
import { plainlySame } from './plain.ts'
import type { Sign } from './signs.ts'
import { type Telling, tellingOf } from './telling.ts'
import { settleStatus } from './voice.ts'
import { sumOf } from './weigh.ts'

/** Another telling is looked for among this many before. */
const REACH = 12
/** How much the weights must speak for one act, in log odds. */
const SURE = () => Number(process.env.SURE ?? 1)

/**
 * One act told twice becomes one frame: summary and detail, headline and body, noun and the verb that follows it. A telling joins
 * the act of the telling before that the weights find likeliest to be of the same, if they are sure of it.
 */
export function mergeActs(doc: Doc, frames: readonly Frame[]): readonly Frame[] {
  const acts: Frame[] = []
  const tellings: Told[] = []
  for (const frame of frames) {
    const telling = tellingOf(doc, frame)
    const again = likeliest(doc, tellings, telling)
    const same = again && again.score > SURE() ? again.told : null
    if (!same) {
      const act: Frame = { ...copyOf(frame), again }
      acts.push(act)
      tellings.push({ telling, act })
      continue
    }
    const { from, to } = same.telling.frame.trigger
    doc.note({
      step: 'acts',
      rule: 'acts.same',
      span: frame.trigger,
      gave: same.act.type,
      why: `another telling of «${doc.report.text.slice(from, to)}»`,
      lacked: 'a place, party or toll that differs',
    })
    absorb(doc, same.act, frame)
    tellings.push({ telling, act: same.act })
  }
  return acts
}

/** A telling as it stands, and the act with all that its tellings say. */
type Told = { readonly telling: Telling; readonly act: Frame }

type Likely = { readonly told: Told; readonly score: number; readonly signs: readonly Sign[]; readonly act: Frame }

/** Of the tellings before, the one that the weights find likeliest to be of the same act; null when they are sure of none. */
function likeliest(doc: Doc, before: readonly Told[], telling: Telling): Likely | null {
  const { same } = doc.knowledge.weights
  const [own = 0] = sumOf(telling.signs, same)
  let best: Likely | null = null
  const between = { kin: 0, type: 0 }
  for (let i = before.length - 1; i >= Math.max(0, before.length - REACH); i--) {
    const other = before[i]!
    if (!mayBeOne(other.telling.frame, telling.frame) || (process.env.APART && liesApart(other.telling, telling))) continue
    const signs = kinSigns(doc, other.telling, telling, between)
    let [score = 0] = sumOf(signs, same)
    score += own
    if (plainlySame(doc, other.telling.frame, telling.frame) || (process.env.WHOLE && plainlySame(doc, other.act, telling.frame))) score += Number(process.env.BONUS ?? 0)
    between.kin++
    if (other.telling.frame.type === telling.frame.type) between.type++
    if (best === null || score > best.score) best = { told: other, score, signs, act: other.act }
  }
  return best
}

/** An act that others may be put into, while the telling itself stays as it is. */
const copyOf = (frame: Frame): Frame => ({
  ...frame,
  perpetrators: [...frame.perpetrators],
  targets: [...frame.targets],
  sites: [...frame.sites],
  means: [...frame.means],
  harms: [...frame.harms],
  people: [...frame.people],
  sources: [...frame.sources],
  mentions: [...frame.mentions],
  rules: [...frame.rules],
})

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
