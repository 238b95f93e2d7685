import { foldKey } from '../model/fold.ts'

/** The spelling under which the record searches a text. */
export const searchKey = (text: string): string => foldKey(text)

/** The LIKE patterns that a search key must all match to hold every word of `query`, wherever in a word they stand. */
export const searchPatterns = (query: string): readonly string[] =>
  foldKey(query)
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
