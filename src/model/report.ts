/** One published text, decoded; nothing ever changes it. `published` is an ISO date or date-time. */
export type Report = {
  readonly id: string
  readonly text: string
  readonly published: string | null
  readonly outlet: string | null
  readonly url: string | null
}
