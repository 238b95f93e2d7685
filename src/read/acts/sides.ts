import type { Doc, Frame, Mention } from '../doc.ts'

type Input = Pick<Doc, 'tokens' | 'knowledge'>

/** Fights in which a side may be of the same name as the other. */
const BETWEEN: ReadonlySet<string> = new Set(['armed clash', 'agreement'])
/** Acts that strike a place: those harmed by them are its toll where the text says what was struck. */
const STRIKES: ReadonlySet<string> = new Set([
  'air/drone strike',
  'shelling/artillery/missile attack',
  'remote explosive/landmine/IED',
  'suicide bomb',
])
const STRUCK: ReadonlySet<string> = new Set(['facility', 'place', 'thing'])

/** Acts between two sides: a report that names the one leaves the other to what it told before. */
const FIGHTS: ReadonlySet<string> = new Set(['armed clash'])
/** Acts by which a report tells who is against whom. */
const HOSTILE: ReadonlySet<string> = new Set([
  'armed clash',
  'attack',
  'government regains territory',
  'non-state actor overtakes territory',
])
/** So many sentences apart, at most, two acts may be of the same fight. */
const APART = 3

/** The sides of an act once all its tellings are one: none is named twice, none against itself, and none left unsaid. */
export function partSides(doc: Input, frames: readonly Frame[]): readonly Frame[] {
  for (const frame of frames) {
    frame.perpetrators = closest(doc, once(doc, frame.perpetrators))
    frame.means = armsOf(doc, frame.means)
    const own = (mention: Mention) => !BETWEEN.has(frame.type) && frame.perpetrators.some((other) => same(doc, mention, other))
    const targets = once(
      doc,
      frame.targets.filter((mention) => !own(mention)),
    )
    const harmed = (mention: Mention) =>
      frame.people.some((person) => overlaps(person.mention, mention)) ||
      (mention.code !== 'fighters' && frame.harms.some((harm) => harm.mention !== null && overlaps(harm.mention, mention)))
    const struck =
      frame.type === 'air/drone strike' || (STRIKES.has(frame.type) && targets.some((mention) => STRUCK.has(mention.kind)))
    // "killed three people" says nobody's side: anybody else who is told of says more
    const vague = ({ code }: Mention) => code === 'persons' && targets.some((mention) => mention.code !== 'persons')
    frame.targets = targets.filter((mention) => !harmed(mention) || !(struck || vague(mention)))
  }
  const told = frames.filter(
    ({ type, perpetrators, targets }) => HOSTILE.has(type) && perpetrators.some(isSide) && targets.some(isSide),
  )
  const filled = frames.filter(
    (frame) => !told.includes(frame) && (FIGHTS.has(frame.type) || frame.trigger.predicate.event === 'takeover'),
  )
  for (const frame of filled) {
    if (FIGHTS.has(frame.type) && !frame.perpetrators.length) frame.perpetrators = besideOf(doc, frame, frames)
    oppose(doc, frame, told)
  }
  return frames
}

/** "A Russian strike" gives way to the Russian air force where it is told of. */
function closest({ knowledge: { registry } }: Input, list: readonly Mention[]): Mention[] {
  const parents = new Set(list.flatMap(({ ids }) => ids.map((id) => registry.actors.get(id)?.parent ?? '')))
  return list.filter(({ ids, first, end }) => end > first + 1 || !ids.some((id) => parents.has(id)))
}

/** "They took the town after fierce battles with B": who fought is who did the other act of the sentence. */
function besideOf(doc: Input, { trigger, targets }: Frame, frames: readonly Frame[]): Mention[] {
  const beside = frames.find(
    ({ trigger: other, type, perpetrators }) =>
      other.sentence === trigger.sentence &&
      (HOSTILE.has(type) || type === 'change to group/activity') &&
      perpetrators.some(isSide) &&
      !perpetrators.some((mention) => targets.some((target) => same(doc, mention, target))),
  )
  return beside?.perpetrators.filter(isSide) ?? []
}

/** Each weapon once; what an adjective says of the means gives way to a weapon that is named. */
function armsOf(doc: Input, means: readonly Mention[]): Mention[] {
  const named = means.filter(({ ids }) => ids.length > 0)
  return named.length ? once(doc, named) : once(doc, means).slice(0, 1)
}

/** Fills in the side that an act leaves unsaid from the nearest act of the report that names both. */
function oppose(doc: Input, frame: Frame, told: readonly Frame[]) {
  const near = [...told]
    .map((other) => ({ other, gap: Math.abs(other.trigger.sentence - frame.trigger.sentence) }))
    .sort((a, b) => a.gap - b.gap)
  const meet = (a: readonly Mention[], b: readonly Mention[]) => a.some((x) => b.some((y) => same(doc, x, y)))
  const { perpetrators, targets } = frame
  for (const { other, gap } of near) {
    const [ours, theirs] = [other.perpetrators.filter(isSide), other.targets.filter(isSide)]
    const known = [...perpetrators, ...targets].filter(isSide)
    if (known.length === 0) {
      if (!FIGHTS.has(frame.type) || gap > (FIGHTS.has(other.type) ? APART : 0)) continue
      frame.perpetrators = ours
      frame.targets = theirs
    } else if (meet(known, ours) || meet(known, theirs)) {
      const opponents = meet(known, ours) ? theirs : ours
      if (perpetrators.some(isSide)) frame.targets = [...targets, ...opponents]
      else frame.perpetrators = [...perpetrators, ...opponents]
    } else continue
    frame.rules.push('acts.opponent')
    return
  }
}

const isSide = ({ kind, code }: Mention): boolean =>
  kind === 'actor' || kind === 'unit' || code === 'fighters' || code === 'unit'

const once = (doc: Input, list: readonly Mention[]): Mention[] =>
  list.filter((mention, i) => !list.slice(0, i).some((other) => same(doc, mention, other)))

const overlaps = (a: Mention, b: Mention): boolean => a.first < b.end && b.first < a.end

const isParty = ({ kind }: Mention): boolean => kind === 'actor' || kind === 'unit'

const wordsOf = ({ tokens }: Input, { first, end }: Mention): string =>
  tokens
    .slice(first, end)
    .map(({ key }) => key)
    .join(' ')

const same = (doc: Input, a: Mention, b: Mention): boolean =>
  overlaps(a, b) || (isParty(a) && isParty(b) && a.ids.some((id) => b.ids.includes(id))) || wordsOf(doc, a) === wordsOf(doc, b)
