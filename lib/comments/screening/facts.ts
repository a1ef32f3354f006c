import "server-only"
import { sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import { banAmong, bansToCompare, type Candidate } from "@/lib/comments/bans/find"
import { domainOfAddress } from "@/lib/comments/bans/match"
import { featuresOf } from "@/lib/comments/filter/features"
import { countsFrom, countsOf, type KeptCounts } from "@/lib/comments/filter/lessons"
import { judge } from "@/lib/comments/filter/model"
import { thresholds } from "@/lib/comments/filter/thresholds"
import { type Past, pastOf, type Who } from "@/lib/comments/screening/past"
import { rulesOf } from "@/lib/comments/screening/rules"
import type { Submission } from "@/lib/comments/screening/screening"
import { earlierSalts, hashUnderHex } from "@/lib/comments/writing/network-hash"
import { type PlaceToSpeak, placeToSpeak, type Said } from "@/lib/comments/writing/place-to-speak"
import { env } from "@/lib/env"
import { type Counted, countersOf, type Try } from "@/lib/rate-limit"
import { readSettings } from "@/lib/settings/shape"

type Words = Pick<Submission, "name" | "website" | "body" | "email" | "honeypot" | "ownForm">

type Asked = {
  words: Words
  who: Who
  /** The network's own address, where it is known. */
  network?: string
  tries?: Try[]
  /** Where it is said, for what is new. */
  said?: Said
}

/**
 * Everything the checks look at, the place that is spoken in, the site's settings, and whether the person has to wait: in
 * one query, since this is asked for each comment that comes, and a trip to the database costs more than what it asks. Read before the transaction that keeps it.
 */
export async function gatherFacts({ words, who, network, tries = [], said }: Asked) {
  const speaker = { emailHash: who.emailHash, emailDomain: domainOfAddress(words.email) }
  const features = featuresOf(words)
  const [row] = await prepared<Row>(sql`
    select ${pastOf(who)} as past, ${bansToCompare(speaker)} as bans, ${earlierSalts()} as salts,
      ${countersOf(tries)} as counted,
      (select coalesce(json_agg(json_build_object('key', key, 'value', value)), '[]') from settings) as settings,
      ${countsOf(features)} as learnt,
      ${said ? placeToSpeak(said) : sql`null::json`} as place`)
  if (!row) throw new Error("The database gave no facts back.")
  const settings = readSettings(row.settings)
  const opinion = judge(features, countsFrom(row.learnt))
  const known = who.networkHash ? [who.networkHash] : []
  const earlier = network === undefined ? [] : row.salts.map((salt) => hashUnderHex(salt, network))
  // A load test comes from one network.
  const past = env().RATE_LIMITS === "off" ? { ...row.past, networkBurst: 0, networkSpam: 0 } : row.past
  const networkHashes = [...known, ...earlier]
  const facts: Omit<Submission, FromThePlace> = {
    ...words,
    ban: banAmong(row.bans, { name: words.name, networkHashes }),
    past,
    filter: { score: opinion.score, holdsFrom: thresholds.hold },
    rules: rulesOf(settings),
  }
  return { settings, facts, networkHashes, counted: row.counted, place: row.place, opinion }
}

/** What the limits and the place say. */
type FromThePlace = "sameWordsElsewhere" | "sameWordsByAddress" | "addressBusy"

type Row = {
  past: Past
  bans: Candidate[]
  salts: string[]
  counted: Counted
  settings: { key: string; value: unknown }[]
  learnt: KeptCounts
  place: PlaceToSpeak | null
}
