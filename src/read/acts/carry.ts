import type { Address, Doc, Frame, Mention, Site } from '../doc.ts'
import { enclose } from './enclose.ts'

type Input = Pick<
  Doc,
  'knowledge' | 'sentences' | 'mentions' | 'mentionAt' | 'addressAt' | 'clauseAt' | 'particles' | 'analyses' | 'tokens' | 'note'
>

const AREAS: ReadonlySet<string> = new Set(['countryside', 'governorate'])
/** Acts that are mostly told without a place of their own. */
const PLACELESS: ReadonlySet<string> = new Set(['agreement', 'toll'])
const ATTACKS: ReadonlySet<string> = new Set(['air/drone strike', 'shelling/artillery/missile attack'])
const ACTS_ON: ReadonlySet<string> = new Set([
  'armed clash',
  'air/drone strike',
  'shelling/artillery/missile attack',
  'attack',
  'government regains territory',
  'non-state actor overtakes territory',
  'arrests',
  'raid/search',
  'movement restriction',
  'change to group/activity',
])

/**
 * What the words of an act leave unsaid and the words before it say: the doer of the clause before for a joined verb or a
 * bare verb, the place of the sentence, and the areas that enclose it. Their spans are where those words stand.
 */
export function carryOver(doc: Input, frames: readonly Frame[]): void {
  frames.forEach((frame, i) => {
    const before = frames[i - 1]
    const { trigger } = frame
    const same = before?.trigger.sentence === trigger.sentence
    if (!frame.perpetrators.length && before && ACTS_ON.has(frame.type)) {
      const near = same || before.trigger.sentence === trigger.sentence - 1
      const bare = trigger.verbal && !trigger.passive && trigger.predicate.subject === 'perp' && !hasSubject(doc, trigger.at)
      if (near && bare && before.perpetrators.length) {
        frame.perpetrators.push(...before.perpetrators)
        frame.rules.push('carry.doer')
      }
    }
    if (!frame.perpetrators.length && same && !trigger.verbal && CAUSED.has(frame.type) && isCaused(doc, trigger.at)) {
      frame.perpetrators.push(...before!.perpetrators)
      // "and put it out of service"
      if (!frame.targets.length && trigger.analysis?.pronoun)
        frame.targets.push(...before!.targets.filter(({ kind }) => kind === 'facility' || kind === 'place'))
      frame.rules.push('carry.doer-of-cause')
    }
    if (!frame.perpetrators.length && ATTACKS.has(frame.type)) {
      const told = frames.slice(0, i).findLast((other) => other.type === frame.type && other.perpetrators.length > 0)
      if (told && trigger.sentence - told.trigger.sentence <= 2) {
        frame.perpetrators.push(...told.perpetrators)
        frame.rules.push('carry.doer-of-same-act')
      }
    }
    const sited = frame.sites.some(({ role }) => role === 'site' || role === 'destination')
    if (!sited && !PLACELESS.has(frame.type) && !siteFromSentence(doc, frame, same ? before : undefined))
      siteFromBefore(doc, frame, frames.slice(0, i))
    areas(doc, frame)
    enclose(doc, frame)
  })
}

/** Acts that come of another act of the same doer: "the raid led to the arrest of". */
const CAUSED: ReadonlySet<string> = new Set(['arrests', 'abduction/forced disappearance', 'damage to infrastructure'])
/** The verb of cause stands so many tokens before, at most. */
const CAUSE = 3

function isCaused({ analyses, particles }: Input, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - CAUSE); i--) {
    if (particles[i]?.role === 'result' || analyses[i]!.some(({ entry }) => entry.class === 'cause')) return true
  }
  return false
}

/** A party stands right after the verb: it has a doer of its own. */
const hasSubject = (doc: Input, at: number): boolean => {
  const after = doc.mentionAt[at + 1]
  return after !== undefined && after !== null && after.prep === '' && after.kind !== 'place'
}

/** The place that the words around an act give to it, nearest first; none where the act was said to be near a place. */
function siteFromSentence(doc: Input, frame: Frame, before: Frame | undefined): boolean {
  const { trigger } = frame
  if (frame.sites.some(({ role, mention }) => role === 'near' && mention.name !== undefined)) return true
  const sentence = doc.sentences[trigger.sentence]!
  const clause = doc.clauseAt[trigger.at]!
  const give = (sites: readonly Site[], rule: string): boolean => {
    if (!sites.length) return false
    frame.sites.push(...sites)
    frame.rules.push(rule)
    return true
  }
  const told = before?.sites.filter(({ role }) => role === 'site') ?? []
  const here = (first: number, end: number) => {
    for (let at = first; at < end; at++) {
      const sites = placesOf(doc.addressAt[at])
      if (sites.length) return sites
    }
    return []
  }
  const back = (first: number, end: number) => {
    for (let at = end - 1; at >= first; at--) {
      const sites = placesOf(doc.addressAt[at])
      if (sites.length) return sites
    }
    return []
  }
  return (
    give(here(trigger.end, clause.end), 'carry.place-of-clause') ||
    give(told, 'carry.place-of-clause') ||
    give(back(sentence.first, trigger.at), 'carry.place-of-sentence') ||
    give(here(clause.end, sentence.end), 'carry.place-of-sentence')
  )
}

/** How far back, in sentences, an act without a word of where leans on the act told before. */
const REACH = 2

const isCountry = ({ knowledge }: Input, { ids }: Mention): boolean =>
  ids.length > 0 && ids.every((id) => knowledge.gazetteer.places.get(id)?.kind === 'country')

/** "The clashes", "its shelling", told without any place, go on from the acts of the sentences before. */
function siteFromBefore(doc: Input, frame: Frame, told: readonly Frame[]) {
  const { analysis, verbal, sentence } = frame.trigger
  if (verbal || !(analysis?.article || analysis?.pronoun)) return
  const before = told.findLast(({ sites, trigger }) => trigger.sentence < sentence && sites.some(({ role }) => role === 'site'))
  if (!before || sentence - before.trigger.sentence > REACH) return
  const sites = before.sites.filter(({ role }) => role === 'site')
  if (sites.every(({ mention }) => isCountry(doc, mention))) return
  frame.sites.push(...sites)
  frame.rules.push('carry.place-of-act-before')
}

const GOVERNED: ReadonlySet<string> = new Set(['in', 'on', '', 'during', 'for'])

/** The places of an address that an act beside it may have been at. */
function placesOf(address: Address | null | undefined): readonly Site[] {
  if (!address || !GOVERNED.has(address.governor)) return []
  const sites = address.places.filter(({ role }) => role === 'site')
  return sites.length ? [...sites, ...address.around] : []
}

/** Countryside and governorates named in the sentence enclose its sites; alone, they are where it happened. */
function areas(doc: Input, frame: Frame) {
  const sentence = doc.sentences[frame.trigger.sentence]!
  for (let at = sentence.first; at < sentence.end; at++) {
    const address = doc.addressAt[at]
    if (!address || address.governor === 'owned') continue
    for (const { mention } of [...address.places, ...address.around])
      if (isRegion(doc, mention) && !frame.sites.some((site) => sameEntry(site.mention, mention)))
        frame.sites.push({ mention, role: 'within' })
  }
}

const sameEntry = (a: Mention, b: Mention): boolean => a === b || (a.code === b.code && a.ids.some((id) => b.ids.includes(id)))

/** The countryside of a place, or a governorate, which a district may share its name with. */
function isRegion({ knowledge }: Pick<Input, 'knowledge'>, { code, ids, near }: Mention): boolean {
  if (near) return false
  const kinds = ids.map((id) => knowledge.gazetteer.places.get(id)?.kind)
  return (
    AREAS.has(code) || (kinds.includes('governorate') && kinds.every((kind) => kind === 'governorate' || kind === 'district'))
  )
}
