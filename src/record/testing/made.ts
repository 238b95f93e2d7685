import type { Gazetteer, Place } from '../../data/gazetteer.ts'
import type { Claim } from '../../model/claim.ts'
import type { Report } from '../../model/report.ts'
import { sha256 } from '../chain.ts'

/** Invented places: land > west > wadi > tin, a village; and land > east > rumman, a town. */
const PLACES: readonly [
  id: string,
  name: string,
  nameEn: string,
  kind: string,
  parent: string | null,
  lat: number | null,
  lon: number | null,
][] = [
  ['land', 'الأرض', 'Land', 'country', null, 34.8, 38.5],
  ['west', 'الغرب', 'West', 'governorate', 'land', 35.13, 36.75],
  ['east', 'الشرق', 'East', 'governorate', 'land', 35.33, 40.14],
  ['wadi', 'الوادي', 'Wadi', 'district', 'west', 35.2, 36.4],
  ['tin', 'التين', 'Tin', 'village', 'wadi', 35.2468, 36.4321],
  ['rumman', 'الرمان', 'Rumman', 'town', 'east', 35.3579, 40.1234],
]

export function madeGazetteer(): Gazetteer {
  const places = new Map<string, Place>()
  for (const [id, name, nameEn, kind, parent, lat, lon] of PLACES)
    places.set(id, {
      id,
      name,
      nameEn,
      kind,
      parent,
      lat,
      lon,
      precision: kind as Place['precision'],
      pcode: '',
      needsClass: false,
      alone: false,
    })
  const chain = (id: string) => {
    const out: Place[] = []
    for (let at = places.get(id)?.parent; at; at = places.get(at)!.parent) out.push(places.get(at)!)
    return out
  }
  return { places, aliases: [], chain } as unknown as Gazetteer
}

/** A claim with nothing in it but what is given; its trigger is the first word of `text`. */
export function madeClaim(text: string, more: Partial<Claim> = {}, ordinal = 0): Claim {
  const end = text.indexOf(' ') < 0 ? text.length : text.indexOf(' ')
  return {
    id: sha256(`${text}${ordinal}`).slice(0, 16),
    type: 'attack',
    trigger: { text: text.slice(0, end), from: 0, to: end },
    sentence: { text, from: 0, to: text.length },
    perpetrators: [],
    targets: [],
    places: [],
    time: null,
    means: [],
    tolls: [],
    people: [],
    status: 'asserted',
    sources: [],
    background: false,
    rules: ['made'],
    ...more,
  }
}

/**
 * A reader of a language of our own, one claim a line: `type|place id|start|killed|background`. It stands in for the real
 * one, so that tests of the record say what they mean.
 */
export function readMade(report: Report): Claim[] {
  return report.text
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line, ordinal) => {
      const [type = '', place = '', start = '', killed = '', background = ''] = line.split('|')
      if (type === 'break') throw new Error('this line breaks the reader')
      const at = report.text.indexOf(line)
      return {
        ...madeClaim(line, {}, ordinal),
        id: sha256(`${report.text}${ordinal}`).slice(0, 16),
        type: type as Claim['type'],
        trigger: { text: type, from: at, to: at + type.length },
        sentence: { text: line, from: at, to: at + line.length },
        places: place
          ? [
              {
                role: 'site',
                text: place,
                from: at + type.length + 1,
                to: at + type.length + 1 + place.length,
                place: place.startsWith('?') ? null : place,
              },
            ]
          : [],
        time: start ? { start } : null,
        tolls: killed ? [{ outcome: 'killed', min: Number(killed), max: Number(killed) }] : [],
        background: background === 'background',
      }
    })
}
