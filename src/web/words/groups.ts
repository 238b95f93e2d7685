/**
 * The groups of event types with their colours: Paul Tol's "muted" scheme, which colour-blind readers can tell apart and
 * which has no alarm red; on dark ground the deep ones are lifted. Each is also marked with a letter, never by colour alone.
 */
export const GROUPS = [
  'battle',
  'explosion',
  'violence',
  'detention',
  'control',
  'movement',
  'harm',
  'protest',
  'other',
] as const
export type Group = (typeof GROUPS)[number]
export type Scheme = 'light' | 'dark'
export type Paint = { readonly fill: string; readonly ink: string }

const WHITE = '#ffffff'
const BLACK = '#1b1d20'

const LIGHT: Readonly<Record<Group, Paint>> = {
  battle: { fill: '#3d3a8c', ink: WHITE },
  explosion: { fill: '#85335f', ink: WHITE },
  violence: { fill: '#9a4a94', ink: WHITE },
  detention: { fill: '#2f7f73', ink: WHITE },
  control: { fill: '#1d6a35', ink: WHITE },
  movement: { fill: '#88ccee', ink: BLACK },
  harm: { fill: '#999933', ink: BLACK },
  protest: { fill: '#ddcc77', ink: BLACK },
  other: { fill: '#6d737a', ink: WHITE },
}

const DARK: Readonly<Record<Group, Paint>> = {
  battle: { fill: '#8f8ce0', ink: BLACK },
  explosion: { fill: '#cf7fae', ink: BLACK },
  violence: { fill: '#c58ac9', ink: BLACK },
  detention: { fill: '#5bbcae', ink: BLACK },
  control: { fill: '#55a56c', ink: BLACK },
  movement: { fill: '#88ccee', ink: BLACK },
  harm: { fill: '#b3b34d', ink: BLACK },
  protest: { fill: '#ddcc77', ink: BLACK },
  other: { fill: '#a3a9b0', ink: BLACK },
}

export const groupNamed = (name: string): Group => GROUPS.find((group) => group === name) ?? 'other'

export const paintOf = (group: string, scheme: Scheme): Paint => (scheme === 'dark' ? DARK : LIGHT)[groupNamed(group)]
