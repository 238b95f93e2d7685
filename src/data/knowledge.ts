import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Fault } from '../model/fault.ts'
import { foldKey } from '../model/fold.ts'
import { type Calendar, loadCalendar } from './calendar.ts'
import { type Gazetteer, loadGazetteer } from './gazetteer.ts'
import { type Lexicon, loadLexicon } from './lexicon.ts'
import { loadOntology, type Ontology } from './ontology.ts'
import {
  type Carried,
  loadCarriers,
  loadPredicates,
  loadPrepositions,
  type Predicate,
  type PrepositionRole,
} from './predicates.ts'
import { loadRegistry, type Registry } from './registry.ts'
import { loadRules, type Rule } from './rules.ts'
import { loadWeights, type Weights } from './weights.ts'

/** Everything of `data/`, checked and indexed: an argument of the reader, never an import. */
export type Knowledge = {
  readonly gazetteer: Gazetteer
  readonly ontology: Ontology
  readonly lexicon: Lexicon
  readonly calendar: Calendar
  readonly registry: Registry
  readonly predicates: readonly Predicate[]
  readonly carriers: ReadonlyMap<string, Carried>
  readonly prepositions: readonly PrepositionRole[]
  readonly rules: readonly Rule[]
  readonly weights: Weights
}

/**
 * The `data/` folder of this package, from the sources or from what was built of them.
 * @throws Fault when no folder above `from` has one: the package is not whole.
 */
export function dataFolder(from: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'data', 'ontology'))) return join(folder, 'data')
    if (dirname(folder) === folder) throw new Fault(`${from}: no folder above it has data/ontology; install the package again.`)
  }
}

/** @throws Fault with file, line and remedy at the first datum that is wrong. */
export function loadKnowledge(folder: string = dataFolder()): Knowledge {
  return {
    gazetteer: loadGazetteer(join(folder, 'gazetteer')),
    ontology: loadOntology(join(folder, 'ontology')),
    lexicon: loadLexicon(join(folder, 'lexicon')),
    calendar: loadCalendar(join(folder, 'lexicon'), foldKey),
    registry: loadRegistry(join(folder, 'registry')),
    predicates: loadPredicates(join(folder, 'predicates')),
    carriers: loadCarriers(join(folder, 'predicates')),
    prepositions: loadPrepositions(join(folder, 'predicates')),
    rules: loadRules(join(folder, 'rules')),
    weights: loadWeights(join(folder, 'weights')),
  }
}
