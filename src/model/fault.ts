/**
 * A mistake of the user's or of the data's, told in one sentence: what, where (file, line, field) and what to do.
 * The command line prints the sentence, without a stack, and exits with 2.
 */
export class Fault extends Error {
  override name = 'Fault'
}
