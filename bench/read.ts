import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readReports } from '../src/check/evaluate.ts'
import { dataFolder, loadKnowledge } from '../src/data/knowledge.ts'
import { fold } from '../src/model/fold.ts'
import type { Report } from '../src/model/report.ts'
import { sentences } from '../src/read/letters/sentences.ts'
import { tokenize } from '../src/read/letters/tokens.ts'
import { createReader } from '../src/read/pipeline.ts'

// node bench/read.ts [REPORTS.jsonl]: how fast one core reads. A figure is per report of 1,200 characters, so that sets of
// long and of short reports compare.
const USUAL = 1200
const LEAST_MS = 5000

const file = process.argv[2]
const examples = join(dataFolder(), '..', 'examples')
const bodies = (): readonly Report[] =>
  readdirSync(examples)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, text: readFileSync(join(examples, name), 'utf8') }))
    .map(({ name, text }) => ({
      id: name,
      text: text.slice(text.indexOf('\n\n') + 2),
      published: null,
      outlet: null,
      url: null,
    }))

const beforeLoad = performance.now()
const reader = createReader(loadKnowledge())
const load = performance.now() - beforeLoad
const reports = file ? readReports(file) : bodies()
const letters = reports.reduce((sum, report) => sum + report.text.length, 0)
const found = reports.reduce((sum, report) => sum + sentences(tokenize(fold(report.text))).length, 0)

let claims = 0
const readAll = () => {
  claims = 0
  for (const report of reports) claims += reader.read(report).claims.length
}
readAll() // the first round warms the machine up and is not counted
let rounds = 0
const start = performance.now()
while (performance.now() - start < LEAST_MS) {
  readAll()
  rounds++
}
const seconds = (performance.now() - start) / 1000

console.log(
  `${reports.length} reports, ${letters} characters, ${found} sentences, ${claims} claims; ${rounds} rounds on one core`,
)
console.log(`${Math.round((letters * rounds) / USUAL / seconds)} reports of ${USUAL} characters a second`)
console.log(`${Math.round((found * rounds) / seconds)} sentences a second`)
console.log(`${Math.round(load)} ms to load the data`)
console.log(`${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB resident`)
