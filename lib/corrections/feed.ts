import { correctionWords } from "@/lib/posts/corrections"
import { escapeHtml } from "@/lib/text/escape-html"
import { textParagraphs } from "@/lib/text/paragraphs"
import { asTitle, type FeedFacts, lastingName, rssDocument } from "@/lib/text/rss"
import { element, parent } from "@/lib/text/xml"

type FeedCorrection = {
  id: number
  kind: keyof typeof correctionWords
  body: string
  createdAt: Date
  slug: string
  title: string
}

/** RSS 2.0 of corrections and clarifications, newest first. */
export function correctionFeed(facts: FeedFacts, corrections: FeedCorrection[]): string {
  const items = corrections.map(({ id, kind, body, createdAt, slug, title }) =>
    parent("item", [
      element("title", asTitle(`${correctionWords[kind]}: ${title}`)),
      element("link", `${facts.siteUrl}/posts/${slug}#correction-${id}`),
      element("guid", lastingName(facts, "correction", id), { isPermaLink: "false" }),
      element("pubDate", createdAt.toUTCString()),
      element(
        "description",
        textParagraphs(body)
          .map((text) => `<p>${escapeHtml(text)}</p>`)
          .join(""),
      ),
    ]),
  )
  return rssDocument(facts, items, corrections[0]?.createdAt)
}
