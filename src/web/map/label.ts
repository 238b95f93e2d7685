/** Vowel marks, shadda, sukun, dagger alef and tatweel: drawn apart from their letters on the map's canvas. */
const MARKS = /[\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g
/** Brackets are not mirrored on the canvas. */
const BRACKETS = /\s*[([{«][^)\]}»]*[)\]}»]\s*|[()[\]{}«»]/g

/** A name as the map can draw it. */
export const mapLabel = (name: string): string => name.replace(BRACKETS, ' ').replace(MARKS, '').replace(/\s+/g, ' ').trim()
