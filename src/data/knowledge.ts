import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Gazetteer, loadGazetteer } from './gazetteer.ts'
import { loadOntology, type Ontology } from './ontology.ts'

/** Everything of `data/`, checked and indexed: an argument of the reader, never an import. */
export type Knowledge = {
  readonly gazetteer: Gazetteer
  readonly ontology: Ontology
}

/** The `data/` folder of this package, from the sources or from what was built of them. */
export const dataFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'data', 'ontology'))) folder = dirname(folder)
  return join(folder, 'data')
}

/** @throws Fault with file, line and remedy at the first datum that is wrong. */
export function loadKnowledge(folder: string = dataFolder()): Knowledge {
  return {
    gazetteer: loadGazetteer(join(folder, 'gazetteer')),
    ontology: loadOntology(join(folder, 'ontology')),
  }
}
