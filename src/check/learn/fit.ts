/** One act to learn from: the indexes of its signs, and which of the three judgements may be right. */
export type Example = {
  readonly signs: readonly number[]
  /** the judgements that the annotation allows: one, or several where it does not tell them apart */
  readonly allowed: readonly Judgement[]
}

export const JUDGEMENTS = ['event', 'background', 'neither'] as const
export type Judgement = (typeof JUDGEMENTS)[number]

/** Weights of one judgement against `neither`, by sign. */
export type Fitted = { readonly event: Float64Array; readonly background: Float64Array }

const ROUNDS = 300
const RATE = 0.05

/**
 * Multinomial logistic regression with an L2 penalty, fitted by Adam over all examples at once: the weights under which the
 * judgements that the annotations allow are likeliest. The same examples give the same weights.
 */
export function fit(examples: readonly Example[], signs: number, penalty: number): Fitted {
  const weights = new Float64Array(2 * signs)
  const gradient = new Float64Array(2 * signs)
  const first = new Float64Array(2 * signs)
  const second = new Float64Array(2 * signs)
  for (let round = 1; round <= ROUNDS; round++) {
    for (let i = 0; i < gradient.length; i++) gradient[i] = (penalty * weights[i]!) / examples.length
    for (const example of examples) {
      const chances = chancesOf(example.signs, weights, signs)
      const allowed = example.allowed.reduce((sum, judgement) => sum + chances[judgement], 0)
      for (const [at, judgement] of (['event', 'background'] as const).entries()) {
        const wanted = example.allowed.includes(judgement) ? chances[judgement] / allowed : 0
        const step = (chances[judgement] - wanted) / examples.length
        for (const sign of example.signs) gradient[at * signs + sign]! += step
      }
    }
    for (let i = 0; i < weights.length; i++) {
      first[i] = 0.9 * first[i]! + 0.1 * gradient[i]!
      second[i] = 0.999 * second[i]! + 0.001 * gradient[i]! ** 2
      const [mean, spread] = [first[i]! / (1 - 0.9 ** round), second[i]! / (1 - 0.999 ** round)]
      weights[i]! -= (RATE * mean) / (Math.sqrt(spread) + 1e-8)
    }
  }
  return { event: weights.slice(0, signs), background: weights.slice(signs) }
}

/** How likely each judgement is under weights laid one after the other: event, then background. */
function chancesOf(signs: readonly number[], weights: Float64Array, width: number): Readonly<Record<Judgement, number>> {
  let event = 0
  let background = 0
  for (const sign of signs) {
    event += weights[sign]!
    background += weights[width + sign]!
  }
  const most = Math.max(event, background, 0)
  const parts = [Math.exp(event - most), Math.exp(background - most), Math.exp(-most)] as const
  const whole = parts[0] + parts[1] + parts[2]
  return { event: parts[0] / whole, background: parts[1] / whole, neither: parts[2] / whole }
}

export const chances = (signs: readonly number[], fitted: Fitted): Readonly<Record<Judgement, number>> => {
  const both = new Float64Array(fitted.event.length * 2)
  both.set(fitted.event)
  both.set(fitted.background, fitted.event.length)
  return chancesOf(signs, both, fitted.event.length)
}
