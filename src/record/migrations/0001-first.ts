import { type Kysely, sql } from 'kysely'

// Dates, ids and keys compare by code point whatever the server's language: "C" keeps paging the same everywhere.
const STATEMENTS = [
  `create table mark (
    journal text primary key,
    seq bigint not null,
    digest text not null,
    place bigint not null
  )`,
  `insert into mark values ('reports', 0, repeat('0', 64), 0), ('decisions', 0, repeat('0', 64), 0)`,
  `create table report_journal (
    seq bigint primary key,
    previous text not null,
    digest text not null,
    content text not null,
    entry text
  )`,
  `create table decision (
    seq bigint primary key,
    previous text not null,
    digest text not null,
    content text not null,
    entry text
  )`,
  `create table report (
    id text collate "C" primary key,
    seq bigint not null,
    text_sha256 text not null,
    bytes_sha256 text not null,
    caller_id text,
    outlet text,
    published text,
    published_key text collate "C" not null,
    url text,
    origin text not null,
    encoding text not null,
    received_at text not null,
    text text not null,
    search text not null,
    gap text
  )`,
  `create index report_published on report (published_key desc, id)`,
  `create table claim (
    report_id text collate "C" not null references report (id) on delete cascade,
    id text collate "C" not null,
    ordinal integer not null,
    type text not null,
    status text not null,
    background boolean not null,
    trigger_from integer,
    trigger_to integer,
    sentence text,
    body jsonb not null,
    primary key (report_id, id)
  )`,
  `create table claim_place (
    report_id text collate "C" not null,
    claim_id text collate "C" not null,
    ordinal integer not null,
    role text not null,
    name text,
    place text,
    precision text,
    lat double precision,
    lon double precision,
    primary key (report_id, claim_id, ordinal),
    foreign key (report_id, claim_id) references claim (report_id, id) on delete cascade
  )`,
  `create index claim_place_place on claim_place (place)`,
  `create table incident (
    id text collate "C" primary key,
    report_id text collate "C" not null,
    claim_id text collate "C" not null,
    type text not null,
    status text not null,
    background boolean not null,
    place_id text,
    place_name text,
    place_name_en text,
    lat double precision,
    lon double precision,
    precision text,
    within text[] not null,
    bearing text,
    distance_km double precision,
    radius_km double precision,
    start_date text collate "C",
    end_date text collate "C",
    start_key text collate "C" not null,
    first_day text collate "C",
    last_day text collate "C",
    date_inferred boolean not null,
    killed_min double precision,
    killed_max double precision,
    wounded_min double precision,
    wounded_max double precision,
    detained_min double precision,
    detained_max double precision,
    perpetrators jsonb not null,
    targets jsonb not null,
    quote_text text not null,
    quote_from integer not null,
    quote_to integer not null,
    foreign key (report_id, claim_id) references claim (report_id, id) on delete cascade
  )`,
  `create index incident_start on incident (start_key desc, id)`,
  `create index incident_type on incident (type)`,
  `create index incident_days on incident (first_day, last_day)`,
  `create index incident_within on incident using gin (within)`,
  `create index incident_claim on incident (report_id, claim_id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
