import "server-only"
import { database } from "@/db/client"
import { readPast } from "@/lib/comments/past"
import { rulesOf } from "@/lib/comments/rules"
import type { Submission } from "@/lib/comments/screening"
import { env } from "@/lib/env"
import { getSettings } from "@/lib/settings/queries"

type Words = Pick<Submission, "name" | "website" | "body" | "email" | "honeypot" | "ownForm">
type Who = { emailHash: Buffer; networkHash: Buffer | null; networks: Buffer[]; except?: number }

/** Everything the checks look at, read before the transaction that keeps the comment; and the site's settings. */
export async function gatherFacts(words: Words, who: Who) {
  const [settings, past] = await Promise.all([getSettings(), readPast(database(), who)])
  const facts: Omit<Submission, "sameWordsElsewhere"> = {
    ...words,
    ban: null,
    // A load test comes from one network.
    past: env().RATE_LIMITS === "off" ? { ...past, networkBurst: 0, networkSpam: 0 } : past,
    filter: null,
    rules: rulesOf(settings),
  }
  return { settings, facts }
}
