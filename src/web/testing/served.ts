import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { dataFolder, loadKnowledge } from '../../data/knowledge.ts'
import { createReader } from '../../read/pipeline.ts'
import { openRecord } from '../../record/open.ts'
import { createDerive } from '../../relate/derive.ts'
import type { ReportAnswer, ReportPage } from '../../serve/api/contract.ts'
import { createServer } from '../../serve/api/server.ts'
import { ingest } from '../../serve/ingest.ts'
import { openInputs } from '../../serve/sources/inputs.ts'

export type Served = {
  readonly url: string
  /** the report in which the most claims were read */
  readonly fullest: ReportAnswer
  readonly close: () => Promise<void>
}

/** The example bulletins in a record of their own, served with the app as it is in the sources now, on a free port. */
export async function serveExamples(): Promise<Served> {
  const root = dirname(dataFolder())
  const folder = await mkdtemp(join(tmpdir(), 'tawthiq-journey-'))
  const webFolder = join(folder, 'web')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: webFolder } })
  const knowledge = loadKnowledge()
  const reader = createReader(knowledge)
  const derive = createDerive((report) => reader.read(report).claims, knowledge.gazetteer)
  const record = await openRecord(join(folder, 'record'), derive)
  await ingest((await openInputs([join(root, 'examples')])).reports(), { record })
  const server = await createServer({ record, knowledge, view: 'documenter', webFolder })
  const url = await server.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    fullest: await fullestOf(url),
    close: async () => {
      server.server.closeAllConnections()
      await server.close()
      await record.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function fullestOf(url: string): Promise<ReportAnswer> {
  const { items } = (await (await fetch(`${url}/api/reports?limit=500`)).json()) as ReportPage
  const [head] = [...items].sort((a, b) => b.claims - a.claims)
  return (await (await fetch(`${url}/api/reports/${head!.id}`)).json()) as ReportAnswer
}
