import { DomUtils, parseDocument } from "htmlparser2"
import { escapeHtml } from "@/lib/text/escape-html"
import { element, parent, xmlDocument } from "@/lib/text/xml"

/** What a feed is of. */
export type FeedFacts = {
  title: string
  description: string
  language: string
  siteUrl: string
  /** The name under which its entries are known for good; the site's own until there is one. */
  authority?: string
  /** The page this feed is of, and the feed's own address: paths. */
  page: string
  feed: string
}

/** An RSS 2.0 document around items that are XML already; `changed` is when the newest of them did. */
export function rssDocument(facts: FeedFacts, items: string[], changed: Date | undefined): string {
  const { siteUrl, title, description, language } = facts
  const self = { href: siteUrl + facts.feed, rel: "self", type: "application/rss+xml" }
  const channel = parent("channel", [
    element("title", asTitle(title)),
    element("link", siteUrl + facts.page),
    element("description", escapeHtml(description || title)),
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

/**
 * A title as it can be read both ways: some readers take it for text and others for HTML. It is escaped only where the
 * latter would read something else in it, so that "AT&T" and "1 < 2" stay themselves for all.
 */
export function asTitle(text: string): string {
  if (!/[&<]/.test(text) || DomUtils.textContent(parseDocument(text)) === text) return text
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
}

/** A name that stays when an address changes, so that no reader shows the same thing twice (RFC 4151). */
export function lastingName(
  { siteUrl, authority }: FeedFacts,
  what: "post" | "comment" | "correction",
  id: number,
): string {
  return `tag:${authority ?? new URL(siteUrl).hostname},2026:${what}/${id}`
}
