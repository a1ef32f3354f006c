import { element, parent, xmlDocument } from "@/lib/text/xml"

/** What a feed is of. */
export type FeedFacts = {
  title: string
  description: string
  language: string
  siteUrl: string
  /** The page this feed is of, and the feed's own address: paths. */
  page: string
  feed: string
}

/** An RSS 2.0 document around items that are XML already; `changed` is when the newest of them did. */
export function rssDocument(facts: FeedFacts, items: string[], changed: Date | undefined): string {
  const { siteUrl, title, description, language } = facts
  const self = { href: siteUrl + facts.feed, rel: "self", type: "application/rss+xml" }
  const channel = parent("channel", [
    element("title", title),
    element("link", siteUrl + facts.page),
    element("description", description || title),
    element("language", language),
    ...(changed ? [element("lastBuildDate", changed.toUTCString())] : []),
    element("atom:link", "", self),
    ...items,
  ])
  return xmlDocument(parent("rss", [channel], namespaces))
}

const namespaces = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}

/** A name that stays when an address changes, so that no reader shows the same thing twice (RFC 4151). */
export function lastingName(siteUrl: string, what: "post" | "comment", id: number): string {
  return `tag:${new URL(siteUrl).hostname},2026:${what}/${id}`
}
