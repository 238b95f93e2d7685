import type { Doc, Frame, Mention } from '../doc.ts'

type Input = Pick<Doc, 'knowledge' | 'sentences' | 'mentions' | 'mentionAt' | 'particles' | 'analyses' | 'tokens' | 'note'>

const AREAS: ReadonlySet<string> = new Set(['countryside', 'governorate'])
const WIDE: ReadonlySet<string> = new Set(['country', 'governorate'])
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
    if (!frame.perpetrators.length && ATTACKS.has(frame.type)) {
      const told = frames.slice(0, i).findLast((other) => other.type === frame.type && other.perpetrators.length > 0)
      if (told && trigger.sentence - told.trigger.sentence <= 2) {
        frame.perpetrators.push(...told.perpetrators)
        frame.rules.push('carry.doer-of-same-act')
      }
    }
    const sited = frame.sites.some(({ role }) => role === 'site' || role === 'destination')
    if (!sited) siteFromSentence(doc, frame, same ? before : undefined)
    areas(doc, frame)
    enclose(doc, frame)
  })
}

const isCountry = (doc: Input, { ids }: Mention): boolean =>
  ids.some((id) => doc.knowledge.gazetteer.places.get(id)?.kind === 'country')

/** A party stands right after the verb: it has a doer of its own. */
const hasSubject = (doc: Input, at: number): boolean => {
  const after = doc.mentionAt[at + 1]
  return after !== undefined && after !== null && after.prep === '' && after.kind !== 'place'
}

function siteFromSentence(doc: Input, frame: Frame, before: Frame | undefined) {
  const { trigger } = frame
  const sentence = doc.sentences[trigger.sentence]!
  if (frame.sites.some(({ role, mention }) => role === 'near' && mention.ids.length > 0)) return
  const told = before?.sites.filter(({ role }) => role === 'site') ?? []
  if (told.length) {
    frame.sites.push(...told)
    frame.rules.push('carry.place-of-clause')
    return
  }
  const within = (from: number, to: number): Mention[] =>
    doc.mentions.filter(
      (mention) =>
        mention.first >= from &&
        mention.end <= to &&
        mention.kind === 'place' &&
        !mention.near &&
        !AREAS.has(mention.code) &&
        !isCountry(doc, mention),
    )
  const here = within(sentence.first, sentence.end)
  if (here.length) {
    const nearest = [...here].sort((a, b) => Math.abs(a.first - trigger.at) - Math.abs(b.first - trigger.at))[0]!
    frame.sites.push({ mention: nearest, role: 'site' })
    frame.rules.push('carry.place-of-sentence')
    return
  }
}

/** Countryside and governorates named in the sentence enclose its sites; alone, they are where it happened. */
function areas(doc: Input, frame: Frame) {
  const sentence = doc.sentences[frame.trigger.sentence]!
  const named = doc.mentions.filter(
    (mention) =>
      mention.first >= sentence.first && mention.end <= sentence.end && mention.kind === 'place' && AREAS.has(mention.code),
  )
  for (const mention of named) {
    if (frame.sites.some((site) => site.mention === mention)) continue
    frame.sites.push({ mention, role: 'within' })
  }
}

/** A place that encloses another site of the same act says where that is, not that it happened there too. */
function enclose(doc: Input, frame: Frame) {
  const { gazetteer } = doc.knowledge
  const inner = frame.sites.filter(({ role }) => role === 'site' || role === 'near')
  const outer = new Set(
    inner.flatMap(({ mention }) => mention.ids.flatMap((id) => gazetteer.chain(id).map((place) => place.id))),
  )
  const isArea = (mention: Mention) =>
    AREAS.has(mention.code) || mention.ids.some((id) => WIDE.has(gazetteer.places.get(id)?.kind ?? ''))
  const point = inner.some(({ mention, role }) => role === 'site' && !isArea(mention))
  // a building that was hit is the target; the town names the place
  const town = inner.some(({ mention, role }) => role === 'site' && mention.kind === 'place')
  frame.sites = frame.sites.filter(({ mention }) => !(town && mention.kind === 'facility' && frame.targets.includes(mention)))
  frame.sites = frame.sites.map((site) =>
    site.role === 'site' &&
    point &&
    (isArea(site.mention) || (site.mention.ids.length > 0 && site.mention.ids.every((id) => outer.has(id))))
      ? { ...site, role: 'within' }
      : site,
  )
}
