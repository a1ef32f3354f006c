import type { Mark } from "@/lib/comments/thread/thread"
import { aroundBlackouts, blackoutWords, hasBlackout, spellOutBlackouts } from "@/lib/text/blackout"
import { formatDate, type Locale } from "@/lib/text/format-date"
import { type Html, html } from "@/lib/text/html"
import { linkSegments } from "@/lib/text/links"

type Comment = {
  id: number
  name: string
  website: string
  /** Null where the page has no room for it. */
  body: string | null
  createdAt: Date
  mark?: Mark | null
}

type Options = {
  locale: Locale
  /** Where it stands for good; on that very page the mark alone is enough. */
  permalink?: string
  /** Where all of it can be read. */
  whole?: string
  /** Set where the place on the page does not show it: whom this one answers. */
  answers?: Html
  /** What can be done with it. */
  actions: Html
}

/**
 * One comment. There are hundreds on a page, so it is plain elements without classes; `comments.css` styles
 * them by their place: who and when first, what can be done last.
 */
export function commentHtml(
  { id, name, website, body, createdAt, mark }: Comment,
  { locale, permalink = `#comment-${id}`, whole = permalink, answers = nothing, actions }: Options,
): Html {
  const author = /^https?:/i.test(website)
    ? html`<a href="${website}" rel="nofollow ugc noopener">${name}</a>`
    : html`${name}`
  const time = formatDate(createdAt, locale, { withTime: true })
  return html`<article id="comment-${id}"><p><b dir="auto">${author}</b>${mark ? marks[mark] : nothing} <a href="${permalink}"><time datetime="${toTheMinute(createdAt)}">${time}</time></a>${answers}</p>${body === null ? tooLong(whole) : commentParagraphs(body)}<p>${actions}</p></article>`
}

const nothing = html``

const marks: Record<Mark, Html> = { staff: html` <i>Staff</i>`, author: html` <i>Author</i>` }

function tooLong(whole: string): Html {
  return html`<p>This page has no room for so long a comment. <a href="${whole}">Read it by itself</a></p>`
}

/** The words of a comment: a paragraph after each blank line, and addresses as links that recommend nothing. */
export function commentParagraphs(body: string): Html[] {
  return body
    .split(/\n{2,}/)
    .map((paragraph) => html`<p dir="auto">${linkSegments(paragraph).map(shownSegment)}</p>`)
}

/** A mark is a box for those who see the page, and words for those who hear it. An address with a mark in it leads nowhere. */
function shownSegment(segmentOfText: { text: string; href?: string }): Html {
  const { text } = segmentOfText
  if (!hasBlackout(text)) return segment(segmentOfText)
  return html`${aroundBlackouts(text).map((piece, at) => html`${at > 0 ? blackedOut : nothing}${piece}`)}`
}

const blackedOut = html`<span class="blackout">${blackoutWords}</span>`

/** The same where no style sheet keeps the lines as they were typed, as in a feed. */
export function commentFeedHtml(body: string): string {
  const paragraphs = body.split(/\n{2,}/).map((paragraph) => {
    const lines = paragraph
      .split("\n")
      .map((line, at) => html`${at > 0 ? html`<br/>` : nothing}${indented(line)}`)
    return html`<p dir="auto">${lines}</p>`
  })
  return html`${paragraphs}`.toString()
}

/** Blanks before the first word, which HTML would drop. */
function indented(line: string): Html {
  const [blanks = ""] = /^\s*/.exec(line) ?? []
  return html`${"\u00a0".repeat(blanks.length)}${linkSegments(line.slice(blanks.length)).map(segment)}`
}

function segment({ text, href }: { text: string; href?: string }): Html {
  return href && !hasBlackout(text)
    ? html`<a href="${href}" rel="nofollow ugc noopener">${text}</a>`
    : html`${spellOutBlackouts(text)}`
}

function toTheMinute(date: Date): string {
  return `${date.toISOString().slice(0, 16)}Z`
}
