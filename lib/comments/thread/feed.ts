import { escapeHtml } from "@/lib/text/escape-html"
import { excerpt } from "@/lib/text/excerpt"
import { asTitle, type FeedFacts, lastingName, rssDocument } from "@/lib/text/rss"
import { element, parent } from "@/lib/text/xml"

export type FeedComment = {
  id: number
  name: string
  body: string
  createdAt: Date
  /** Where it stands for good: a path with its mark. */
  permalink: string
  title: string
  /** Its words as HTML. */
  html: string
}

/** RSS 2.0 of comments, newest first. What is not approved, and any address of its author, never gets here. */
export function commentFeed(facts: FeedFacts, comments: FeedComment[]): string {
  const items = comments.map((comment) => item(facts, comment))
  return rssDocument(facts, items, comments[0]?.createdAt)
}

function item(facts: FeedFacts, comment: FeedComment): string {
  return parent("item", [
    element("title", asTitle(`${comment.name} on ${comment.title}`)),
    element("link", facts.siteUrl + comment.permalink),
    element("guid", lastingName(facts, "comment", comment.id), { isPermaLink: "false" }),
    element("pubDate", comment.createdAt.toUTCString()),
    element("dc:creator", comment.name),
    element("description", escapeHtml(excerpt(comment.body))),
    element("content:encoded", comment.html),
  ])
}
