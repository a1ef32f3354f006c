import { correctionFeed } from "@/lib/corrections/feed"
import { readCorrectionFeed } from "@/lib/corrections/queries"
import { env } from "@/lib/env"
import { feedAuthorityIn, settingsIn } from "@/lib/settings/queries"

export const dynamic = "force-dynamic"

/** The newest corrections as a feed. */
export async function GET() {
  const { corrections, stored } = await readCorrectionFeed()
  const { publicationName, language } = settingsIn(stored)
  const facts = {
    title: `Corrections · ${publicationName}`,
    description: `What ${publicationName} got wrong, and what is right.`,
    language,
    siteUrl: env().SITE_URL,
    authority: feedAuthorityIn(stored),
    page: "/corrections",
    feed: "/corrections/feed.xml",
  }
  return new Response(correctionFeed(facts, corrections), {
    headers: { "content-type": "application/rss+xml; charset=utf-8" },
  })
}
