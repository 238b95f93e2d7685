/**
 * Something to learn from: the indexes of its signs, and the judgements that the annotation allows, by column of the table to
 * learn; the number of columns stands for none of them. Several are allowed where the annotation does not tell them apart.
 */
export type Example = { readonly signs: readonly number[]; readonly allowed: readonly number[] }

/** Weights by judgement and sign. */
export type Fitted = readonly Float64Array[]

const ROUNDS = 250
const RATE = 0.05

/**
 * Multinomial logistic regression with an L2 penalty, fitted by Adam over all examples at once: the weights under which the
 * judgements that the annotations allow are likeliest. The same examples give the same weights.
 */
export function regress(examples: readonly Example[], signs: number, judgements: number, penalty: number): Fitted {
  const each = () => Array.from({ length: judgements }, () => new Float64Array(signs))
  const [weights, gradient, mean, spread] = [each(), each(), each(), each()]
  for (let round = 1; round <= ROUNDS; round++) {
    for (let j = 0; j < judgements; j++)
      for (let i = 0; i < signs; i++) gradient[j]![i] = (penalty * weights[j]![i]!) / examples.length
    for (const { signs: seen, allowed } of examples) {
      const chance = chances(seen, weights)
      const possible = allowed.reduce((sum, judgement) => sum + chance[judgement]!, 0)
      for (let j = 0; j < judgements; j++) {
        const wanted = allowed.includes(j) ? chance[j]! / possible : 0
        const step = (chance[j]! - wanted) / examples.length
        for (const sign of seen) gradient[j]![sign]! += step
      }
    }
    for (let j = 0; j < judgements; j++)
      for (let i = 0; i < signs; i++) {
        const slope = gradient[j]![i]!
        mean[j]![i] = 0.9 * mean[j]![i]! + 0.1 * slope
        spread[j]![i] = 0.999 * spread[j]![i]! + 0.001 * slope * slope
        const steep = Math.sqrt(spread[j]![i]! / (1 - 0.999 ** round))
        weights[j]![i]! -= (RATE * mean[j]![i]!) / (1 - 0.9 ** round) / (steep + 1e-8)
      }
  }
  return weights
}

/** How likely each judgement is, the last for none of them; they add up to one. */
export function chances(signs: readonly number[], weights: Fitted): readonly number[] {
  const scores = weights.map((weight) => signs.reduce((sum, sign) => sum + weight[sign]!, 0))
  const most = Math.max(0, ...scores)
  const parts = [...scores, 0].map((score) => Math.exp(score - most))
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => part / whole)
}
