import type { Knowledge } from '../../data/knowledge.ts'
import type { ArgumentKind, ArgumentRole, Carried } from '../../data/predicates.ts'
import { foldKey } from '../../model/fold.ts'
import type { Analysis, Doc, Mention, Phrase, Trigger } from '../doc.ts'

/** How predicates take their arguments: by preposition, and through verbs that only carry them. */
export type Grammar = {
  /** roles by preposition and kind of argument, and by event before them where one differs */
  readonly roles: ReadonlyMap<string, ArgumentRole>
  readonly carriers: ReadonlyMap<string, Carried>
  /** the actor that a country is, by the id of its place */
  readonly states: ReadonlyMap<string, string>
}

export function indexGrammar({ prepositions, carriers, registry, gazetteer }: Knowledge): Grammar {
  const actors = new Map([...registry.actors.values()].map(({ name, id }) => [foldKey(name), id]))
  const states = new Map<string, string>()
  for (const place of gazetteer.places.values()) {
    const actor = place.kind === 'country' ? actors.get(foldKey(place.name)) : undefined
    if (actor) states.set(place.id, actor)
  }
  return {
    roles: new Map(prepositions.map(({ preposition, event, of, role }) => [`${event} ${preposition} ${of}`, role])),
    carriers: new Map([...carriers].map(([lemma, subject]) => [foldKey(lemma), subject])),
    states,
  }
}

/** What kind of argument a phrase is; null for acts, abstract things and the words of sources. */
export function kindOf({ class: kind }: Phrase): ArgumentKind | null {
  switch (kind) {
    case 'actor':
    case 'unit':
      return 'party'
    case 'group':
    case 'person':
      return 'people'
    case 'facility':
    case 'thing':
      return 'thing'
    case 'place':
      return 'place'
    default:
      return null
  }
}

/** The role that the preposition before a phrase gives it. */
export const roleBy = ({ roles }: Grammar, governor: string, event: string, kind: ArgumentKind): ArgumentRole =>
  roles.get(`${event} ${governor} ${kind}`) ?? roles.get(` ${governor} ${kind}`) ?? 'none'

export const carriedBy = ({ carriers }: Grammar, analysis: Analysis | null): Carried | null =>
  (analysis?.entry.kind === 'verb' && carriers.get(analysis.entry.lemma)) || null

/** A country that acts is a side. */
export function asSide({ states }: Grammar, phrase: Phrase): Mention | null {
  const { named } = phrase
  if (named?.kind !== 'place' || named.near || named.bearing || named.code) return null
  const id = named.ids.find((id) => states.has(id))
  return id ? { ...named, kind: 'actor', ids: [states.get(id)!] } : null
}

/** Acts whose noun is as well a word of its own: what follows a "shelling" in the genitive is who does it. */
const STRIKES: ReadonlySet<string> = new Set([
  'bombardment',
  'assault',
  'storming',
  'air/drone strike',
  'shelling/artillery/missile attack',
])

/** The verbal noun of a verb that takes an object: what follows it in the genitive is that object. */
export function takesObject({ analyses }: Pick<Doc, 'analyses'>, { at, analysis, predicate }: Trigger): boolean {
  if (analysis?.entry.kind !== 'verb' || analysis.form.part !== 'masdar') return false
  if (predicate.object !== 'target' || predicate.subject !== 'perp') return false
  return !(STRIKES.has(predicate.event) && analyses[at]!.some(({ entry }) => entry.kind === 'noun' && entry.class === 'act'))
}

/** True where the verb's form lets this phrase be its subject. */
export function agree(person: string, phrase: Phrase, before: boolean): boolean {
  const { agrees, class: kind } = phrase
  if (!before && isAccusative(phrase)) return false
  if (person === 'fs') return agrees !== 'm' || kind === 'actor'
  if (person === 'ms') return agrees !== 'f' || kind === 'actor'
  return person === '' || before
}

/** It ends as an object does, of itself and not because a number counts it. */
export const isAccusative = ({ case: ending, first, head }: Phrase): boolean => ending === 'object' && first === head
