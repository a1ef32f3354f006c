import { commentHtml } from "@/components/comments/comment-html"
import { Markup } from "@/components/ui/markup"
import { type CommentPosition, commentPage, conversationPage, permalinkOf } from "@/lib/comments/thread/pages"
import { makeThread, type ThreadComment, type ThreadNode } from "@/lib/comments/thread/thread"
import type { Gone } from "@/lib/comments/types"
import type { Locale } from "@/lib/text/format-date"
import { type Html, html } from "@/lib/text/html"

type Story = {
  slug: string
  locale: Locale
  /** The page it is on, so that what stands on it is led to by its mark alone. */
  page: string
}

type Props = Story & { rows: readonly ThreadComment[] }

/**
 * The conversations on a page, answers under what they answer. It is one piece of HTML and not elements: two hundred
 * comments as elements were half of a page's rendering.
 */
export function CommentThread({ rows, ...story }: Props) {
  const shown = new Map<number, number>()
  for (const { root, id, gone } of rows) {
    if (id !== root.id && !gone) shown.set(root.id, (shown.get(root.id) ?? 0) + 1)
  }
  const items = makeThread(rows).map(
    (node) => html`<li>${show(node, story)}${answers(node, story)}${rest(node.comment, shown, story)}</li>`,
  )
  return <Markup className="thread" html={html`<ol>${items}</ol>`} />
}

/** Lists within lists, so that whoever does not see the indentation hears who answers whom. */
function answers({ replies }: ThreadNode, story: Story): Html {
  if (replies.length === 0) return nothing
  const items = replies.map((node) => html`<li>${show(node, story)}${answers(node, story)}</li>`)
  return html`<ol>${items}</ol>`
}

function show({ comment, inReplyTo }: ThreadNode, story: Story): Html {
  const { id, gone } = comment
  if (gone) return html`<p id="comment-${id}">${placeOf[gone]}</p>`
  const address = `/posts/${story.slug}`
  return commentHtml(comment, {
    locale: story.locale,
    permalink: linkTo(comment, story),
    whole: `${address}/reply/${id}`,
    answers: inReplyTo ? answersTo(inReplyTo, comment, story) : undefined,
    actions: html`<a href="${address}/reply/${id}">Reply</a> <a href="${address}/report/${id}">Report</a>`,
  })
}

function answersTo(
  parent: { id: number; name: string; position: number },
  comment: ThreadComment,
  story: Story,
): Html {
  const address = comment.elsewhere
    ? linkTo({ ...parent, root: comment.root }, story)
    : `#comment-${parent.id}`
  return html` <span>in reply to <a href="${address}"><bdi>${parent.name || "a removed comment"}</bdi></a></span>`
}

/** The way to the answers for which there is no room here. */
function rest(
  { id, answers }: ThreadComment,
  shown: ReadonlyMap<number, number>,
  { slug, page }: Story,
): Html {
  const address = conversationPage(slug, id)
  if (answers <= (shown.get(id) ?? 0) || page.startsWith(address)) return nothing
  return html`<p class="more"><a href="${address}">Show all ${answers} answers</a></p>`
}

function linkTo(comment: Omit<CommentPosition, "slug">, { slug, page }: Story): string {
  const placed = { ...comment, slug }
  return commentPage(placed) === page ? `#comment-${comment.id}` : permalinkOf(placed)
}

const nothing = html``

/** The truth about a comment of which only the place is left. */
const placeOf: Record<Gone, string> = {
  "by-moderator": "This comment was removed by a moderator.",
  "by-author": "This comment was deleted by its author.",
  "being-read": "This comment is awaiting moderation.",
}
