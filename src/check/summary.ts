import type { Claim, Toll } from '../model/claim.ts'

type Said = { readonly text?: string; readonly inferred?: true; readonly why?: string }

/** A claim on one line, by its words: what two readings of a sentence are compared by, and what a terminal shows. */
export function summary(claim: Claim): string {
  const parts: [string, readonly string[]][] = [
    ['at', claim.places.map((place) => `${words(place)} (${place.role}${place.place ? ` = ${place.place}` : ''})`)],
    [
      'on',
      claim.time?.start
        ? [claim.time.end && claim.time.end !== claim.time.start ? `${claim.time.start}..${claim.time.end}` : claim.time.start]
        : [],
    ],
    ['by', claim.perpetrators.map(words)],
    ['to', claim.targets.map(words)],
    ['with', claim.means.map(words)],
    ['toll', claim.tolls.map(toll)],
    ['people', claim.people.map((person) => person.name)],
    ['from', claim.sources.map(words)],
  ]
  const said = parts.filter(([, list]) => list.length).map(([name, list]) => `${name} ${list.join(', ')}`)
  const stance = claim.background ? `${claim.status}, background` : claim.status
  return [`${claim.type} «${claim.trigger.text ?? ''}»`, ...said, stance].join(' · ')
}

const words = ({ text, why }: Said): string => (text === undefined ? `[inferred: ${why ?? ''}]` : text.replace(/\s+/g, ' '))

const toll = ({ outcome, who, min, max }: Toll): string =>
  `${outcome}${who && who !== outcome ? ` ${who}` : ''} ${max === min ? min : max === null ? `${min} or more` : `${min} to ${max}`}`
