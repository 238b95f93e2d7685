import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { dataFolder } from '../data/knowledge.ts'
import type { Claim } from '../model/claim.ts'
import type { Reader } from '../read/pipeline.ts'
import { didYouMean, formatFindings } from './finding.ts'
import { lintData, lintRules, loadCards } from './lint.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const ACTORS = 'id\tname\tnameEn\tkind\tterritory\tmeans\tparent\tcountry\tnote\tsource\n'
const NAMES = 'id\tname\ttone\tnote\tsource\n'
const RULE = `- id: killing.resulted-in
  event: attack
  pattern: أسفر [سبب] عن مقتل [عدد] [ضحايا]
  hits:
    - أسفر القصف عن مقتل ثلاثة مدنيين
  misses:
    - أسفرت المباحثات عن اتفاق
  why: says that an act caused deaths
`
const SOUND: Record<string, string> = {
  'registry/actors.tsv': `${ACTORS}army\tالجيش\tArmy\tstate-forces\tstate\t\t\t\t\town\nbrigade\tاللواء\tBrigade\tstate-forces\tstate\t\tarmy\t\t\town\n`,
  'registry/actor-names.tsv': `${NAMES}army\tالقوات\tneutral\t\town\n`,
  'rules/killing.yaml': RULE,
}

/** The findings over a sound little folder with some files changed; a manifest is written unless one is given. */
function lint(changed: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tawthiq-lint-'))
  made.push(folder)
  const files = { ...SOUND, ...changed }
  const rows = Object.keys(files)
    .sort()
    .map((file) => `${file}\ta list\tnobody\n`)
  for (const [file, text] of Object.entries({ 'MANIFEST.tsv': `file\twhat\towner\n${rows.join('')}`, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return formatFindings(lintData(folder)).split('\n').filter(Boolean)
}
const actor = (row: string) => ({ 'registry/actors.tsv': SOUND['registry/actors.tsv'] + row })
const name = (row: string) => ({ 'registry/actor-names.tsv': SOUND['registry/actor-names.tsv'] + row })

test('data/ has no finding', () => {
  expect(formatFindings(lintData(dataFolder()))).toBe('')
})

test('the little folder that the other tests break is sound', () => {
  expect(lint({})).toEqual([])
})

describe('letters', () => {
  const broken: [string, string, string][] = [
    ['a byte-order mark', `\ufeff${NAMES}army\tالقوات\tneutral\t\town\n`, ':1: the file opens with a byte-order mark'],
    ['CR LF', `${NAMES}army\tالقوات\tneutral\t\town\r\n`, ':2: the line ends with CR LF'],
    ['no last line end', `${NAMES}army\tالقوات\tneutral\t\town`, 'the last line has no line end'],
    ['a letter and its hamza apart', `${NAMES}army\tالا\u0655\u0627\tneutral\t\town\n`, 'not NFC'],
    ['tatweel', `${NAMES}army\tالقـوات\tneutral\t\town\n`, 'tatweel'],
    ['a bidi control', `${NAMES}army\tالقوات\u200f\tneutral\t\town\n`, 'U+200F'],
    ['a zero-width joiner', `${NAMES}army\tالقوات\tneutral\tx\u200dy\town\n`, 'U+200D'],
    ['vowel marks in a name', `${NAMES}army\tالقُوات\tneutral\t\town\n`, 'vowel marks'],
    ['a space at the edge', `${NAMES}army\tالقوات \tneutral\t\town\n`, 'a space at its edge'],
    ['a no-break space', `${NAMES}army\tقوات\u00a0أخرى\tneutral\t\town\n`, 'unusual space'],
    ['a lost letter', `${NAMES}army\tالق\ufffdات\tneutral\t\town\n`, 'not UTF-8'],
  ]
  test.each(broken)('%s fails', (_, text, message) => {
    expect(lint({ 'registry/actor-names.tsv': text })).toEqual([expect.stringContaining(message)])
  })
})

describe('rows', () => {
  const broken: [string, Record<string, string>, string][] = [
    [
      'a repeated id',
      actor('brigade\tلواء آخر\tOther\tstate-forces\t\t\t\t\t\town\n'),
      'actors.tsv:4: the id brigade stands in line 3 too',
    ],
    ['ids out of order', actor('air\tالطيران\tAir\tstate-forces\t\t\t\t\t\town\n'), 'sort the rows by id'],
    ['names out of order under one id', name('army\tالجيش السوري\tneutral\t\town\n'), 'sort the rows by id and name'],
    ['a name twice once folded', name('army\tالقوآت\tneutral\t\town\n'), 'once spelling is folded'],
    [
      'a name under two ids, undeclared',
      name('brigade\tالقوات\tneutral\talso army\town\n'),
      'write "also brigade" in the note',
    ],
    ['an unknown code', actor('cell\tالخلية\tCell\trebel-grup\t\t\t\t\town\n'), 'did you mean "rebel-group"?'],
    [
      'a dangling parent',
      actor('cell\tالخلية\tCell\tunknown\t\t\tarmi\t\t\town\n'),
      'has no row in registry/actors.tsv (did you mean "army"?)',
    ],
    ['a dangling id', name('brigad\tالكتيبة\tneutral\t\town\n'), '(did you mean "brigade"?)'],
    ['an empty source', actor('cell\tالخلية\tCell\tunknown\t\t\t\t\t\t\n'), 'say where the row comes from'],
    ['an empty name', actor('cell\t\tCell\tunknown\t\t\t\t\t\town\n'), 'is empty; fill it'],
    ['a cell too few', actor('cell\tالخلية\tCell\tunknown\t\t\t\t\town\n'), '9 cells where the header has 10'],
    ['two names in one cell', actor('cell\tالخلية|الزمرة\tCell\tunknown\t\t\t\t\t\town\n'), 'give each its own row'],
  ]
  test.each(broken)('%s fails', (_, changed, message) => {
    expect(lint(changed).join('\n')).toContain(message)
  })
  test('a circle of parents fails', () => {
    const text = `${ACTORS}a\tأ\tA\tunknown\t\t\tb\t\t\town\narmy\tالجيش\tArmy\tunknown\t\t\t\t\t\town\nb\tب\tB\tunknown\t\t\ta\t\t\town\n`
    expect(lint({ 'registry/actors.tsv': text }).join('\n')).toContain('a is its own ancestor, by way of b')
  })
  test('an act whose lemma no lexicon knows fails', () => {
    const verbs =
      'id\tlemma\timperfect\tpassive\tmasdars\tparticiples\tclass\tnote\tsource\nqatala\tقتل\tيقتل\tقتل\tقتل|مقتل\t\tact\t\town\n'
    const acts = (lemma: string) =>
      `id\tlemma\tneeds\tevent\tsubject\tobject\toutcome\tnote\tsource\nqatala\t${lemma}\t\tattack\tperp\ttarget\tkilled\t\town\n`
    expect(lint({ 'lexicon/verbs.tsv': verbs, 'predicates/acts.tsv': acts('قتل') })).toEqual([])
    expect(lint({ 'lexicon/verbs.tsv': verbs, 'predicates/acts.tsv': acts('قنل') }).join('\n')).toContain('did you mean "قتل"?')
  })
  test('another header fails', () => {
    expect(lint({ 'registry/actor-names.tsv': 'id\tname\tnote\tsource\n' }).join('\n')).toContain(
      'write "id name tone note source"',
    )
  })
  test('a form twice in one cell fails', () => {
    const months = 'id\tforms\tlatin\tcalendar\tmonth\tevidence\tnote\tsource\njuly\tتموز|تموز\t\tgregorian\tx\tplain\t\town\n'
    expect(lint({ 'lexicon/months.tsv': months }).join('\n')).toMatch(/twice; keep one.*\n.*is no number/)
  })
})

describe('the manifest', () => {
  test('an unlisted file fails, of whatever kind', () => {
    const manifest = `file\twhat\towner\n${Object.keys(SOUND)
      .sort()
      .map((file) => `${file}\ta list\tnobody\n`)
      .join('')}`
    expect(lint({ 'registry/copy of actors.txt': '', 'MANIFEST.tsv': manifest })).toEqual([
      expect.stringContaining('copy of actors.txt:1: is not listed'),
    ])
  })
  test('a row without its file fails', () => {
    const files = [...Object.keys(SOUND), 'registry/weapon.tsv'].sort()
    expect(lint({ 'MANIFEST.tsv': `file\twhat\towner\n${files.map((file) => `${file}\ta list\tnobody\n`).join('')}` })).toEqual(
      [expect.stringContaining('registry/weapon.tsv is listed but not there')],
    )
  })
  test('a list without a schema fails', () => {
    expect(lint({ 'registry/actor.tsv': 'id\n' }).join('\n')).toContain(
      'no schema knows this list (did you mean "registry/actors.tsv"?)',
    )
  })
})

describe('rule cards', () => {
  const broken: [string, string, string][] = [
    ['without a hit', RULE.replace(/ {2}hits:\n.*\n/, ''), 'killing.yaml:1: the rule killing.resulted-in has no hit'],
    ['without a miss', RULE.replace(/ {2}misses:\n.*\n/, '  misses: []\n'), 'has no miss'],
    ['without why', RULE.replace(/ {2}why:.*\n/, ''), 'does not say why'],
    ['with an unknown event', RULE.replace('attack', 'attac'), 'did you mean "attack"?'],
    ['without a pattern', RULE.replace(/ {2}pattern:.*\n/, ''), 'has no pattern'],
    ['with a misspelt field', RULE.replace('why:', 'whi:'), 'did you mean "why"?'],
    ['with the id of another', RULE + RULE, 'killing.yaml:9: the rule killing.resulted-in stands in rules/killing.yaml:1 too'],
    [
      'with a hit that is a miss',
      RULE.replace('أسفرت المباحثات عن اتفاق', 'أسفر القصف عن مقتل ثلاثة مدنيين'),
      'as a hit and as a miss',
    ],
    ['that is no YAML', RULE.replace('  hits:', ' hits:'), 'is no YAML here'],
  ]
  test.each(broken)('a card %s fails', (_, text, message) => {
    expect(lint({ 'rules/killing.yaml': text }).join('\n')).toContain(message)
  })

  test('a hit that is not caught and a miss that is are told', () => {
    lint({})
    const cards = loadCards(made.at(-1)!)
    const reader = (caught: RegExp): Reader => ({
      read: ({ id, text }) => ({ claims: [{ rules: caught.test(text) ? [id] : [] } as unknown as Claim], trace: [] }),
    })
    expect(lintRules(reader(/مقتل/), cards)).toEqual([])
    expect(lintRules(reader(/المباحثات/), cards).map((finding) => finding.message)).toEqual([
      expect.stringContaining('does not catch its hit'),
      expect.stringContaining('catches its miss'),
    ])
  })
})

test('the nearest listed word is offered, a far one is not', () => {
  expect(didYouMean('vilage', ['village', 'town'])).toBe(' (did you mean "village"?)')
  expect(didYouMean('mosque', ['village', 'town'])).toBe('')
})
