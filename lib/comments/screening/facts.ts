import "server-only"
import { sql } from "drizzle-orm"
import { LRUCache } from "lru-cache"
import { prepared } from "@/db/prepared"
import { type BanCandidate, bansAmong, bansToCompare } from "@/lib/bans/find"
import { domainOfAddress } from "@/lib/bans/match"
import { type CommentAttempt, type CommentContext, commentContext } from "@/lib/comments/context"
import { type Facts, type Submission, unknown } from "@/lib/comments/screening/check"
import { type Past, visitorPast, type Who } from "@/lib/comments/screening/past"
import { rulesOf } from "@/lib/comments/screening/rules"
import { env } from "@/lib/env"
import { readSettings } from "@/lib/settings/shape"
import { featuresOf } from "@/lib/spam/features"
import { countsFrom, countsOf, type KeptCounts } from "@/lib/spam/lessons"
import { judgeSpam } from "@/lib/spam/model"
import { thresholds } from "@/lib/spam/thresholds"
import { foldName } from "@/lib/text/fold-name"
import { earlierSalts } from "@/lib/visitors/daily-salts"
import { widerPrefix } from "@/lib/visitors/ip-prefix"
import { hashUnderHex } from "@/lib/visitors/ip-prefix-hash"
import { type Counted, countersOf, type KeyedTry } from "@/lib/visitors/rate-limit"

type Typed = Pick<Facts, "email" | "honeypot" | "ownForm"> & Pick<Submission, "name" | "website" | "body">

type Asked = {
  words: Typed
  who: Who & { networkHash: Buffer | null }
  /** The network's own address, where it is known. */
  network?: string
  tries?: readonly KeyedTry[]
  /** Where it is said, for what is new. */
  said?: CommentAttempt
}

/**
 * Everything the checks look at, the place that is spoken in, the site's settings, and whether the person has to wait: in
 * one query, since this is asked for each comment that comes, and a trip to the database costs more than what it asks. Read before the transaction that keeps it.
 */
export async function gatherFacts({ words, who, network, tries = [], said }: Asked) {
  const { name, website, body, email } = words
  const emailDomain = email === unknown ? null : domainOfAddress(email)
  const features = featuresOf({ name, website, body })
  const [row] = await prepared<Row>(sql`
    select ${visitorPast(who)} as past, ${bansToCompare({ ...who, emailDomain })} as bans, ${earlierSalts()} as salts,
      ${countersOf(tries)} as counted,
      (select coalesce(json_agg(json_build_object('key', key, 'value', value)), '[]') from settings) as settings,
      ${countsOf(features)} as learnt, (select coalesce(json_agg(name), '[]') from authors) as bylines,
      ${said ? commentContext(said) : sql`null::json`} as place`)
  if (!row) throw new Error("The database gave no facts back.")
  const settings = readSettings(row.settings)
  const opinion = judgeSpam(features, countsFrom(row.learnt))
  const earlier = (of: (network: string) => string) =>
    network === undefined ? [] : row.salts.map((salt) => hashUnderHex(salt, of(network)))
  const networkHashes = [who.networkHash ?? [], earlier((exact) => exact)].flat()
  const wideHashes = [who.wideNetworkHash ?? [], earlier(widerPrefix)].flat()
  const found = bansAmong(row.bans, { name, networkHashes: [...networkHashes, ...wideHashes] })
  const ban = found.find(({ kind }) => kind !== "address")
  const addressBan = found.find(({ kind }) => kind === "address")
  const { burst, spam, refused, approved, provedApproved } = row.past
  // A load test comes from one network.
  const networkPast = env().RATE_LIMITS === "off" ? { burst: 0, spam: 0 } : { burst, spam }
  const facts = {
    ...words,
    // A ban that is not found among some of the facts may be among the others.
    ban: ban ?? (emailDomain === null || wideHashes.length === 0 ? unknown : null),
    addressBan: addressBan ?? null,
    // Anybody can prove a mailbox; a moderator has let this one speak under its name before.
    takenName: provedApproved ? null : takenName(name, [...row.bylines, settings.publicationName]),
    networkPast: who.wideNetworkHash ? networkPast : unknown,
    addressPast: { refused, approved },
    filter: { score: opinion.score, holdsFrom: thresholds.hold },
    rules: rulesOf(settings),
  } satisfies Omit<Facts, FromThePlace>
  return { settings, facts, provedApproved, networkHashes, counted: row.counted, place: row.place, opinion }
}

/** Compared as a name on a page is read: case, accents and blanks aside. */
function takenName(name: string, taken: string[]): string | null {
  const folded = foldName(name)
  return taken.find((one) => foldedByline(one) === folded) ?? null
}

const foldedBylines = new LRUCache<string, string>({ max: 10_000 })

/** Every comment is compared with every byline. */
function foldedByline(name: string): string {
  const known = foldedBylines.get(name) ?? foldName(name)
  foldedBylines.set(name, known)
  return known
}

/** What the limits and the place say. */
type FromThePlace = "sameWordsElsewhere" | "sameWordsByAddress" | "addressBusy"

type Row = {
  past: Past
  bans: BanCandidate[]
  salts: string[]
  counted: Counted
  settings: { key: string; value: unknown }[]
  learnt: KeptCounts
  bylines: string[]
  place: CommentContext | null
}
