import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, loadKnowledge } from '../../data/knowledge.ts'
import { readGold, readJsonLines, readReports } from '../evaluate.ts'
import { alikeBy } from '../score/alike.ts'
import { type Judged, type Labelled, teacher } from './examples.ts'
import { chances, type Example, fit } from './fit.ts'

// node src/check/learn/train.ts [FOLDER]: learns the weights of data/weights/acts.tsv from the reports written for this project
// and, where FOLDER has them, from the halves of the gold standard for Arabic event coding (gsr-assault-dev.jsonl and
// gsr-protest-dev.jsonl). The weights are printed to the table; what they are worth is measured on parts left out in turn.

/** A sign that was seen less often teaches nothing. */
const LEAST_SEEN = Number(process.env.SEEN ?? 4)
const PENALTY = Number(process.env.PEN ?? 5)
const FOLDS = 5
/** Weights below this are noise, and only lengthen the table. */
const LEAST = 0.03

function learnable(gsr: string | undefined): readonly Labelled[] {
  const school = teacher(loadKnowledge(), alikeBy())
  const reports = new Map(readReports().map((report) => [report.id, report]))
  const own = readGold().flatMap((gold) => school.ofReport(reports.get(gold.id)!, gold))
  const judged = (['assault', 'protest'] as const).flatMap((kind) => {
    const file = gsr ? join(gsr, `gsr-${kind}-dev.jsonl`) : ''
    return existsSync(file) ? readJsonLines<Omit<Judged, 'kind'>>(file).map((row) => ({ ...row, kind })) : []
  })
  return [...own, ...judged.flatMap((sentence) => school.ofSentence(sentence))]
}

const nameOf = ({ kind, value }: Labelled['signs'][number]): string => `${kind}\t${value}`

function learn(examples: readonly Labelled[]) {
  const names = vocabulary(examples)
  const encode = ({ signs }: Labelled): readonly number[] => signs.flatMap((sign) => names.get(nameOf(sign)) ?? [])
  const coded = examples.map((example) => ({ ...example, coded: encode(example) }))
  const once = (list: typeof coded): readonly Example[] => list.map(({ coded, allowed }) => ({ signs: coded, allowed }))
  // of a sentence that tells an act, the likeliest of its acts is the one
  const guess = fit(once(coded), names.size, PENALTY)
  const best = new Map<string, number>()
  coded.forEach(({ group, coded: signs }, index) => {
    if (group === null) return
    const before = best.get(group)
    if (before === undefined || chances(signs, guess).event > chances(coded[before]!.coded, guess).event) best.set(group, index)
  })
  const chosen = new Set(best.values())
  const fitted = fit(once(coded.filter(({ group }, index) => group === null || chosen.has(index))), names.size, PENALTY)
  return { names, fitted, encode }
}

/** The signs that were seen often enough, numbered. */
function vocabulary(examples: readonly Labelled[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>()
  for (const { signs } of examples) for (const name of new Set(signs.map(nameOf))) seen.set(name, (seen.get(name) ?? 0) + 1)
  const names = [...seen].filter(([, times]) => times >= LEAST_SEEN).map(([name]) => name)
  return new Map(names.sort().map((name, index) => [name, index]))
}

/** A text's acts as judged by weights that were learnt without it. */
type Unseen = Labelled & { readonly chance: ReturnType<typeof chances> }

/** Learns from four fifths of the texts and judges the fifth, in turn. */
function judgedUnseen(examples: readonly Labelled[]): readonly Unseen[] {
  const texts = [...new Set(examples.map(({ report }) => report))]
  const part = new Map(texts.map((text, index) => [text, index % FOLDS]))
  return Array.from({ length: FOLDS }, (_, fold) => {
    const { fitted, encode } = learn(examples.filter(({ report }) => part.get(report) !== fold))
    return examples
      .filter(({ report }) => part.get(report) === fold)
      .map((example) => ({ ...example, chance: chances(encode(example), fitted) }))
  }).flat()
}

/** What the weights are worth, by how sure they must be. */
function tellWorth(examples: readonly Labelled[]) {
  const unseen = judgedUnseen(examples)
  const f1 = (hit: number, wanted: number, said: number) =>
    `P ${(hit / said).toFixed(3)} R ${(hit / wanted).toFixed(3)} F1 ${((2 * hit) / (wanted + said)).toFixed(3)} (${wanted}, ${said})`
  const own = unseen.filter(({ kind }) => kind === 'report')
  for (const sure of [0.3, 0.4, 0.5]) {
    const isEvent = ({ allowed }: Unseen) => allowed[0] !== 'neither'
    const kept = own.filter(({ chance }) => 1 - chance.neither > sure)
    const past = ({ allowed }: Unseen) => allowed[0] === 'background'
    const saidPast = ({ chance }: Unseen) => chance.background > chance.event
    const real = kept.filter(isEvent)
    console.log(`own reports, kept above ${sure}: ${f1(real.length, own.filter(isEvent).length, kept.length)}`)
    console.log(
      `  background among them: ${f1(real.filter((one) => past(one) && saidPast(one)).length, real.filter(past).length, real.filter(saidPast).length)}`,
    )
    for (const kind of ['assault', 'protest']) {
      const texts = new Map<string, { yes: boolean; said: boolean }>()
      for (const one of unseen.filter((other) => other.kind === kind)) {
        const { chance, report, allowed } = one
        const said = chance.event > sure
        texts.set(report, { yes: allowed.length === 1, said: said || (texts.get(report)?.said ?? false) })
      }
      const rows = [...texts.values()]
      console.log(
        `  ${kind} sentences: ${f1(rows.filter(({ yes, said }) => yes && said).length, rows.filter(({ yes }) => yes).length, rows.filter(({ said }) => said).length)}`,
      )
    }
  }
}

function writeWeights({ names, fitted }: ReturnType<typeof learn>, acts: number) {
  const round = (value: number) => String(Math.round(value * 100) / 100 || 0)
  const rows = [...names].flatMap(([name, index]) => {
    const [event, background] = [fitted.event[index]!, fitted.background[index]!]
    return Math.max(Math.abs(event), Math.abs(background)) < LEAST
      ? []
      : [`${name}\t${round(event)}\t${round(background)}\t\ttrained`]
  })
  const file = join(dataFolder(), 'weights', 'acts.tsv')
  writeFileSync(file, `${['id\tvalue\tevent\tbackground\tnote\tsource', ...rows].join('\n')}\n`)
  console.log(`${rows.length} weights learnt from ${acts} acts: data/weights/acts.tsv`)
}

const lessons = learnable(process.argv[2])
console.log(`${lessons.length} acts of ${new Set(lessons.map(({ report }) => report)).size} texts`)
tellWorth(lessons)
writeWeights(learn(lessons), lessons.length)
