/** A half-open stretch of a report's text, in UTF-16 code units. */
export type Span = { readonly from: number; readonly to: number }
