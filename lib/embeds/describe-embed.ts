import "server-only"
import type { Staff } from "@/lib/auth/staff"
import { embedTarget } from "@/lib/documents/embed-url"
import { readOembed } from "@/lib/embeds/oembed"
import { fetchPublic } from "@/lib/fetch-guard/fetch-public"
import type { Network } from "@/lib/fetch-guard/network"
import { ofRow } from "@/lib/visitors/limit-subject"
import { countAgainst, type Limit } from "@/lib/visitors/rate-limit"

/** A long list of recordings a few times over. */
const perHour: Limit = { name: "embed-description", max: 100, seconds: 3600 }

/** An answer has a few hundred bytes beside the player's HTML, of which nothing is read. */
const largest = 65_536

const milliseconds = 8000

type EmbedDescription = { ok: true; title: string; author: string } | { ok: false }

/**
 * Asks the site of a player for its title and author (oEmbed). Only sites of the table are asked, at the address that the
 * table has for them, and only words are taken: neither HTML nor a picture.
 */
export async function describeEmbed(
  staff: Staff,
  address: string,
  network?: Network,
): Promise<EmbedDescription> {
  const target = embedTarget(address)
  if (!target?.host.oembed) return { ok: false }
  if (!(await countAgainst(perHour, ofRow(staff.id))).ok) return { ok: false }
  const fetched = await fetchPublic(
    target.host.oembed + encodeURIComponent(target.url),
    {
      accept: "application/json",
      types: /^(application|text)\/json\b/i,
      largest,
      milliseconds,
      read: readText,
    },
    network,
  )
  const described = fetched.ok ? readOembed(fetched.value) : null
  return described ? { ok: true, ...described } : { ok: false }
}

async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks).toString("utf8")
}
