/**
 * The event types of the contract: ACLED's sub-event types where one exists, and those that a documenter of
 * Syria needs besides (detention, raids, restriction, evacuation, release, tolls, unknown fate).
 */
export const EVENT_TYPES = [
  'armed clash',
  'government regains territory',
  'non-state actor overtakes territory',
  'non-violent transfer of territory',
  'air/drone strike',
  'shelling/artillery/missile attack',
  'remote explosive/landmine/IED',
  'suicide bomb',
  'chemical weapon',
  'grenade',
  'attack',
  'abduction/forced disappearance',
  'sexual violence',
  'arrests',
  'torture',
  'peaceful protest',
  'violent demonstration',
  'excessive force against protesters',
  'mob violence',
  'agreement',
  'disrupted weapons use',
  'headquarters or base established',
  'looting/property destruction',
  'change to group/activity',
  'displacement',
  'movement restriction',
  'raid/search',
  'damage to infrastructure',
  'medical evacuation',
  'release',
  'toll',
  'unknown fate',
] as const

export type EventType = (typeof EVENT_TYPES)[number]

export const OUTCOMES = ['killed', 'wounded', 'detained', 'abducted', 'missing', 'displaced', 'released', 'evacuated'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const BOUNDS = ['exact', 'about', 'at-least', 'more-than', 'up-to', 'range', 'vague'] as const
export type Bound = (typeof BOUNDS)[number]

/** How the report stands to what it tells. Ordered words, not a probability. */
export const STATUSES = ['asserted', 'claimed', 'unconfirmed', 'denied'] as const
export type Status = (typeof STATUSES)[number]

export const PLACE_ROLES = ['site', 'near', 'within', 'origin', 'destination'] as const
export type PlaceRole = (typeof PLACE_ROLES)[number]

export const PRECISIONS = [
  'exact',
  'neighbourhood',
  'village',
  'town',
  'city',
  'landmark',
  'relative',
  'subdistrict',
  'district',
  'governorate',
  'country',
] as const
export type Precision = (typeof PRECISIONS)[number]

export const BEARINGS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Bearing = (typeof BEARINGS)[number]

/** ACLED's inter codes by name. */
export const ACTOR_KINDS = [
  'state-forces',
  'rebel-group',
  'political-militia',
  'communal-militia',
  'rioters',
  'protesters',
  'civilians',
  'external-forces',
  'unknown',
] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

export const SOURCE_KINDS = [
  'outlet',
  'correspondent',
  'agency',
  'monitor',
  'activists',
  'official',
  'party',
  'medical',
  'witness',
  'unnamed',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]
