import { excerpt } from "@/lib/posts/excerpt"
import type { FeedFacts } from "@/lib/posts/feed"
import { element, parent, xmlDocument } from "@/lib/xml"

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
  const { siteUrl, title, description, language } = facts
  const self = { href: siteUrl + facts.feed, rel: "self", type: "application/rss+xml" }
  const channel = parent("channel", [
    element("title", title),
    element("link", siteUrl + facts.page),
    element("description", description || title),
    element("language", language),
    ...comments.slice(0, 1).map(({ createdAt }) => element("lastBuildDate", createdAt.toUTCString())),
    element("atom:link", "", self),
    ...comments.map((comment) => item(siteUrl, comment)),
  ])
  return xmlDocument(parent("rss", [channel], namespaces))
}

const namespaces = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}

function item(siteUrl: string, comment: FeedComment): string {
  return parent("item", [
    element("title", `${comment.name} on ${comment.title}`),
    element("link", siteUrl + comment.permalink),
    // A name that stays when the story's address changes, so that no reader shows it twice (RFC 4151).
    element("guid", `tag:${new URL(siteUrl).hostname},2026:comment/${comment.id}`, { isPermaLink: "false" }),
    element("pubDate", comment.createdAt.toUTCString()),
    element("dc:creator", comment.name),
    element("description", excerpt(comment.body)),
    element("content:encoded", comment.html),
  ])
}
