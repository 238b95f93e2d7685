/** The library face of Tawthiq: load the knowledge once, make a reader of it, read reports into claims. */
export { dataFolder, type Knowledge, loadKnowledge } from './data/knowledge.ts'
export type {
  ActorRef,
  Claim,
  MeansRef,
  PersonRef,
  PlaceRef,
  ReadLine,
  SourceRef,
  TimeRef,
  Toll,
  Words,
} from './model/claim.ts'
export { Fault } from './model/fault.ts'
export type { Report } from './model/report.ts'
export type { Span } from './model/span.ts'
export type { Trace, TraceStep } from './model/trace.ts'
export { EVENT_TYPES, type EventType } from './model/types.ts'
export { createReader, type Reader, type Reading } from './read/pipeline.ts'
export { readLine } from './serve/export/line.ts'
