import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, type Knowledge, loadKnowledge } from '../../data/knowledge.ts'
import { readData } from '../../data/table.ts'
import { WEIGHED, type WeightTable } from '../../data/weights.ts'
import type { Report } from '../../model/report.ts'
import type { Doc } from '../../read/doc.ts'
import { layersOf } from '../../read/pipeline.ts'
import { type GoldLine, goldFolder, readGold, readJsonLines, readReports } from '../evaluate.ts'
import { alikeBy } from '../score/alike.ts'
import { judge, learn, tableOf } from './learn.ts'
import { actLessons, type Judged, type Lesson, pairLessons, sentenceLessons } from './lessons.ts'

// npm run train -- [FOLDER]: learns data/weights/ from the reports written for this project and, where FOLDER has them, from the
// halves of the gold standard for Arabic event coding (gsr-assault-dev.jsonl, gsr-protest-dev.jsonl). What the weights are worth
// is measured on texts that they were not learnt from, a fifth at a time.

const FOLDS = 5
const PENALTY = { acts: 6, same: 6 }

type School = {
  readonly reports: readonly { readonly report: Report; readonly gold: GoldLine }[]
  readonly sentences: readonly Judged[]
}
/** The lists of gold/cases/ whose every line tells an act. */
const CASES = ['people', 'places', 'roles', 'statuses', 'tolls'] as const

/** Single sentences written for this project that tell an act: what a sentence without its report may look like. */
function casesOf(): readonly Judged[] {
  return CASES.flatMap((file) => {
    const [head = '', ...lines] = readData(join(goldFolder(), '..', 'cases', `${file}.tsv`))
      .trimEnd()
      .split('\n')
    const at = head.split('\t').indexOf('text')
    return lines.map((line, index) => ({
      id: `${file} ${index}`,
      text: line.split('\t')[at] ?? '',
      label: 'yes',
      kind: 'case' as const,
    }))
  })
}

const alike = alikeBy()
const knowledge = loadKnowledge()
const layers = layersOf(knowledge)

function schoolOf(folder: string | undefined): School {
  const reports = new Map(readReports().map((report) => [report.id, report]))
  const sentences = (['assault', 'protest'] as const).flatMap((kind) => {
    const file = folder ? join(folder, `gsr-${kind}-dev.jsonl`) : ''
    return existsSync(file) ? readJsonLines<Omit<Judged, 'kind'>>(file).map((row) => ({ ...row, kind })) : []
  })
  return {
    reports: readGold().map((gold) => ({ report: reports.get(gold.id)!, gold })),
    sentences: [...sentences, ...casesOf()],
  }
}

/** A report's layers under what was learnt so far: made anew each time, as settling acts changes their frames. */
const read = (report: Report, weights: Knowledge['weights']): Doc => {
  const doc = layers(report)
  return { ...doc, knowledge: { ...doc.knowledge, weights } }
}

/** First which tellings are of one act; then, with that, which acts are events. */
function teach({ reports, sentences }: School) {
  const pairs = reports.flatMap(({ report, gold }) => pairLessons(read(report, knowledge.weights), gold, alike))
  const same = learn(pairs, WEIGHED.same.length, PENALTY.same)
  const weights = { ...knowledge.weights, same: tableOf(same) }
  const acts = learn(lessonsOf(weights, { reports, sentences }), WEIGHED.acts.length, PENALTY.acts)
  return { pairs, same, acts, weights }
}

const lessonsOf = (weights: Knowledge['weights'], { reports, sentences }: School): readonly Lesson[] => [
  ...reports.flatMap(({ report, gold }) => actLessons(read(report, weights), gold, alike)),
  ...sentences.flatMap((sentence) =>
    sentenceLessons(
      read({ id: sentence.id, text: sentence.text, published: null, outlet: null, url: null }, weights),
      sentence,
    ),
  ),
]

type Seen = { readonly lesson: Lesson; readonly chance: readonly number[] }

/** Judges each fifth of the texts by what was learnt from the others. */
function unseen(school: School): { pairs: readonly Seen[]; acts: readonly Seen[] } {
  const pairs: Seen[] = []
  const acts: Seen[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const split = (keep: (at: number) => boolean): School => ({
      reports: school.reports.filter((_, at) => keep(at)),
      sentences: school.sentences.filter((_, at) => keep(at)),
    })
    const rest = split((at) => at % FOLDS === fold)
    const { same, acts: learnt, weights } = teach(split((at) => at % FOLDS !== fold))
    for (const { report, gold } of rest.reports)
      for (const lesson of pairLessons(read(report, weights), gold, alike)) pairs.push({ lesson, chance: judge(lesson, same) })
    for (const lesson of lessonsOf(weights, rest)) acts.push({ lesson, chance: judge(lesson, learnt) })
  }
  return { pairs, acts }
}

function tellWorth({ pairs, acts }: ReturnType<typeof unseen>, events: number) {
  const f1 = (name: string, hit: number, wanted: number, said: number) =>
    console.log(
      `${name.padEnd(44)} P ${(hit / said).toFixed(3)}  R ${(hit / wanted).toFixed(3)}  F1 ${((2 * hit) / (wanted + said)).toFixed(3)}  (${wanted}, ${said})`,
    )
  const one = ({ lesson }: Seen) => lesson.allowed[0] === 0
  const saidOne = pairs.filter(({ chance }) => chance[0]! > 0.5)
  f1('two tellings of one act', saidOne.filter(one).length, pairs.filter(one).length, saidOne.length)
  const own = acts.filter(({ lesson }) => lesson.kind === 'report')
  const kept = own.filter(({ chance }) => chance[0]! > 0.5)
  f1('acts that are events, of those read', kept.filter(one).length, own.filter(one).length, kept.length)
  f1('acts that are events, of all annotated', kept.filter(one).length, events, kept.length)
  for (const kind of ['assault', 'protest']) {
    const texts = new Map<string, { yes: boolean; said: boolean }>()
    for (const { lesson, chance } of acts) {
      if (lesson.kind !== kind) continue
      const said = chance[0]! > 0.5
      texts.set(lesson.text, { yes: lesson.group !== null, said: said || (texts.get(lesson.text)?.said ?? false) })
    }
    const rows = [...texts.values()]
    const count = (test: (row: { yes: boolean; said: boolean }) => boolean) => rows.filter(test).length
    f1(
      `sentences of ${kind}, of those with an act`,
      count(({ yes, said }) => yes && said),
      count(({ yes }) => yes),
      count(({ said }) => said),
    )
  }
}

function write(file: 'acts' | 'same', table: WeightTable) {
  const rows = [...table].flatMap(([kind, values]) =>
    [...values].map(([value, weights]) => [kind, value, ...weights, '', 'trained'].join('\t')),
  )
  const text = ['id', 'value', ...WEIGHED[file], 'note', 'source'].join('\t')
  writeFileSync(join(dataFolder(), 'weights', `${file}.tsv`), `${[text, ...rows.sort(byCodePoint)].join('\n')}\n`)
  console.log(`data/weights/${file}.tsv: ${rows.length} weights`)
}

const byCodePoint = (a: string, b: string): number => {
  const [one, two] = [a.split('\t'), b.split('\t')]
  return one[0]! < two[0]! || (one[0] === two[0] && one[1]! < two[1]!) ? -1 : 1
}

const school = schoolOf(process.argv[2])
tellWorth(
  unseen(school),
  school.reports.reduce((sum, { gold }) => sum + gold.events.length, 0),
)
const { pairs, same, acts } = teach(school)
console.log(
  `${pairs.length} pairs of tellings in ${school.reports.length} reports, ${school.sentences.length} judged sentences`,
)
write('same', tableOf(same))
write('acts', tableOf(acts))
