import { ACTOR_KINDS, EVENT_TYPES, OUTCOMES, PRECISIONS, SOURCE_KINDS } from '../model/types.ts'

/** What the cells of a column hold. A column without `empty` must be filled. */
export type Column = {
  readonly empty?: true
  /** Arabic words, without vowel marks; `many` are parted by | */
  readonly arabic?: 'one' | 'many'
  /** the codes that may stand here */
  readonly codes?: readonly string[]
  /** the lists whose cells may stand here: a file, for its ids, or a file and a column, file#column */
  readonly of?: string | readonly string[]
  /** several of these may stand in a cell, parted by | */
  readonly several?: true
  readonly number?: true
}

export type Schema = {
  readonly columns: Readonly<Record<string, Column>>
  /** ids may repeat: the file gives further names to the ids of another */
  readonly repeats?: true
  /** columns that together, once spelling is folded, stand once in the file */
  readonly once: readonly string[]
  /** a name that stands under several ids must say so in its note: "also other-id" */
  readonly clashes?: 'declared'
}

const text: Column = {}
const optional: Column = { empty: true }
const arabic: Column = { arabic: 'one' }
const forms: Column = { arabic: 'many' }
const tail = { note: optional, source: text }
const one = (...codes: string[]): Column => ({ codes })
const maybe = (...codes: string[]): Column => ({ codes, empty: true })

const PLACE_KINDS = [
  ...['country', 'governorate', 'district', 'subdistrict', 'city', 'town', 'village', 'quarter', 'camp', 'region', 'steppe'],
  ...[
    'mountain',
    'river',
    'lake',
    'dam',
    'island',
    'road',
    'junction',
    'crossing',
    'checkpoint',
    'field',
    'facility',
    'hospital',
  ],
  ...['airport', 'airbase', 'military-site', 'prison', 'security-branch'],
]
const GROUPS = [
  ...[
    'civilians',
    'persons',
    'activists',
    'aid-workers',
    'children',
    'elderly',
    'families',
    'farmers',
    'fighters',
    'journalists',
    'medics',
  ],
  ...['men', 'women', 'protesters', 'rescuers', 'shepherds', 'students', 'teachers', 'workers', 'unit'],
]

/** Acts whose type is settled late, from means and actors. */
const OPEN_ACTS = ['bombardment', 'takeover', 'explosion', 'assault', 'storming', 'operation', 'seizure', 'harm']
const ARGUMENTS = ['perp', 'target', 'place', 'means', 'none']
const CARRIED = ['doer', 'target', 'place', 'speaker']
const LEMMAS = ['lexicon/verbs.tsv#lemma', 'lexicon/nouns.tsv#singular', 'lexicon/groups.tsv#singular']

/** Every list of `data/` and what its columns hold: the one place to describe a new list. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  'gazetteer/ours.tsv': {
    columns: {
      ...{ id: text, name: arabic, nameEn: text, kind: one(...PLACE_KINDS), parent: { of: 'gazetteer/ours.tsv', empty: true } },
      ...{ lat: { number: true, empty: true }, lon: { number: true, empty: true }, precision: one(...PRECISIONS) },
      ...{ pcode: optional, ...tail },
    },
    once: ['name', 'kind', 'parent'],
  },
  'gazetteer/aliases.tsv': {
    columns: { id: { of: 'gazetteer/ours.tsv' }, name: arabic, ...tail },
    repeats: true,
    once: ['id', 'name'],
  },
  'predicates/acts.tsv': {
    columns: {
      ...{ id: text, lemma: { arabic: 'one', of: LEMMAS }, needs: { arabic: 'many', empty: true } },
      ...{ event: one(...EVENT_TYPES, ...OPEN_ACTS), subject: one(...ARGUMENTS), object: one(...ARGUMENTS) },
      ...{ outcome: maybe(...OUTCOMES), ...tail },
    },
    once: ['lemma', 'needs', 'event'],
  },
  'predicates/carriers.tsv': {
    columns: { id: text, lemma: { arabic: 'one', of: 'lexicon/verbs.tsv#lemma' }, subject: one(...CARRIED), ...tail },
    once: ['lemma'],
  },
  'predicates/prepositions.tsv': {
    columns: {
      ...{ id: text, preposition: text, event: maybe(...EVENT_TYPES, ...OPEN_ACTS) },
      ...{ of: one('party', 'people', 'thing', 'place'), role: one(...ARGUMENTS), ...tail },
    },
    once: ['preposition', 'event', 'of'],
  },
  'registry/actors.tsv': {
    columns: {
      ...{ id: text, name: arabic, nameEn: text, kind: one(...ACTOR_KINDS), territory: maybe('state', 'non-state') },
      ...{ means: maybe('air', 'artillery', 'mostly-air'), parent: { of: 'registry/actors.tsv', empty: true } },
      ...{ country: { of: 'gazetteer/ours.tsv', empty: true, several: true }, ...tail },
    },
    once: ['name'],
  },
  'registry/actor-names.tsv': {
    columns: { id: { of: 'registry/actors.tsv' }, name: arabic, tone: one('neutral', 'hostile', 'honorific'), ...tail },
    repeats: true,
    once: ['id', 'name'],
    clashes: 'declared',
  },
  'registry/sources.tsv': {
    columns: {
      ...{ id: text, name: arabic, nameEn: text, kind: one(...SOURCE_KINDS) },
      ...{ actor: { of: 'registry/actors.tsv', empty: true }, sites: optional, ...tail },
    },
    once: ['name'],
  },
  'registry/source-names.tsv': {
    columns: { id: { of: 'registry/sources.tsv' }, name: arabic, ...tail },
    repeats: true,
    once: ['id', 'name'],
    clashes: 'declared',
  },
  'registry/weapons.tsv': {
    columns: {
      ...{ id: text, name: arabic, nameEn: text },
      class: one('air', 'artillery', 'chemical', 'explosive', 'grenade', 'incendiary', 'melee', 'small-arms', 'suicide'),
      crew: maybe('crewed', 'none'),
      ...tail,
    },
    once: ['name'],
  },
  'registry/weapon-names.tsv': {
    columns: { id: { of: 'registry/weapons.tsv' }, name: arabic, ...tail },
    repeats: true,
    once: ['id', 'name'],
    clashes: 'declared',
  },
  'lexicon/adjectives.tsv': { columns: { id: text, form: arabic, ...tail }, once: ['form'] },
  'lexicon/affixes.tsv': {
    columns: { id: text, form: arabic, slot: text, value: optional, ...tail },
    once: ['form', 'slot', 'value'],
  },
  'lexicon/fillers.tsv': { columns: { id: text, name: arabic, ...tail }, once: ['name'] },
  'lexicon/given-names.tsv': {
    columns: { id: text, name: arabic, sex: one('male', 'female', 'both'), ...tail },
    once: ['name'],
  },
  'lexicon/groups.tsv': {
    columns: {
      ...{ id: text, singular: arabic, plurals: { arabic: 'many', empty: true } },
      class: one('fighters', 'nation', 'people', 'role', 'unit', 'victims'),
      code: maybe(...GROUPS, ...OUTCOMES, ...SOURCE_KINDS, 'document', 'statement'),
      ...tail,
    },
    once: ['singular', 'class'],
  },
  'lexicon/months.tsv': {
    columns: {
      ...{ id: text, forms, latin: optional, calendar: one('gregorian', 'hijri'), month: { number: true } },
      ...{ evidence: one('plain', 'led', 'last', 'strict'), ...tail },
    },
    once: ['forms'],
  },
  'lexicon/nouns.tsv': {
    columns: {
      ...{ id: text, singular: arabic, plurals: { arabic: 'many', empty: true } },
      class: one(
        'abstract',
        'act',
        'allied',
        'doubt',
        'facility',
        'loss',
        'measure',
        'object',
        'other',
        'place',
        'quantity',
        'relation',
        'stationed',
      ),
      code: optional,
      ...tail,
    },
    once: ['singular', 'class'],
  },
  'lexicon/numerals.tsv': { columns: { id: text, forms, role: text, value: optional, ...tail }, once: ['forms', 'role'] },
  'lexicon/particles.tsv': { columns: { id: text, forms, role: text, ...tail }, once: ['forms', 'role'] },
  'lexicon/times.tsv': { columns: { id: text, forms, role: text, value: optional, ...tail }, once: ['forms', 'role'] },
  'lexicon/titles.tsv': { columns: { id: text, name: arabic, ...tail }, once: ['name'] },
  'lexicon/verbs.tsv': {
    columns: {
      ...{ id: text, lemma: arabic, imperfect: { arabic: 'one', empty: true }, passive: { arabic: 'one', empty: true } },
      ...{ masdars: { arabic: 'many', empty: true }, participles: { arabic: 'many', empty: true } },
      class: one(
        ...['act', 'be', 'cause', 'cease', 'check', 'come', 'confirm', 'deny', 'doubt', 'hold', 'intend', 'light'],
        ...['other', 'relay', 'say', 'tell', 'undergo', 'verify'],
      ),
      ...tail,
    },
    once: ['lemma', 'imperfect'],
  },
  'ontology/types.tsv': {
    columns: {
      ...{ id: one(...EVENT_TYPES), ar: arabic, en: text, acledType: optional, acledSubType: optional, plover: optional },
      group: one('battle', 'control', 'detention', 'explosion', 'harm', 'movement', 'other', 'protest', 'violence'),
      ...tail,
    },
    once: ['ar'],
  },
  'weights/acts.tsv': {
    columns: { id: text, value: text, event: { number: true }, ...tail },
    repeats: true,
    once: ['id', 'value'],
  },
  'weights/same.tsv': {
    columns: { id: text, value: text, same: { number: true }, ...tail },
    repeats: true,
    once: ['id', 'value'],
  },
}
