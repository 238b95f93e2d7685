const LRI = '\u2066'
const FSI = '\u2068'
const PDI = '\u2069'

/**
 * Keeps text that runs left to right (a number range, a Latin code) in order inside a right-to-left sentence. For strings
 * that cannot hold a `<bdi>`, such as labels for screen readers.
 */
export const ltr = (text: string): string => `${LRI}${text}${PDI}`

/** Lets a text take the direction of its own letters, apart from what is around it. */
export const isolated = (text: string): string => `${FSI}${text}${PDI}`
