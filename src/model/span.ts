/** A half-open stretch of a report's text, in UTF-16 code units. */
export type Span = { readonly from: number; readonly to: number }

/** True when the two spans share at least one position. */
export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** True when `outer` holds the whole of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to
