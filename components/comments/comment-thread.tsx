import { commentHtml } from "@/components/comments/comment-html"
import { Markup } from "@/components/ui/markup"
import { type Gone, makeThread, type ThreadComment, type ThreadNode } from "@/lib/comments/thread"
import { type Html, html } from "@/lib/html"

type Story = { slug: string; language: string }

/**
 * The conversation under a story, answers under what they answer. It is one piece of HTML and not elements: two hundred
 * comments as elements were half of a page's rendering.
 */
export function CommentThread({ rows, ...story }: { rows: readonly ThreadComment[] } & Story) {
  return <Markup className="thread" html={list(makeThread(rows), story)} />
}

/** Lists within lists, so that whoever does not see the indentation hears who answers whom. */
function list(nodes: readonly ThreadNode[], story: Story): Html {
  const items = nodes.map((node) => html`<li>${show(node, story)}${answers(node, story)}</li>`)
  return html`<ol>${items}</ol>`
}

function answers({ replies }: ThreadNode, story: Story): Html {
  return replies.length > 0 ? list(replies, story) : html``
}

function show({ comment, inReplyTo }: ThreadNode, { slug, language }: Story): Html {
  const { id, gone } = comment
  if (gone) return html`<p id="comment-${id}">${placeOf[gone]}</p>`
  const address = `/posts/${slug}`
  return commentHtml(comment, {
    language,
    answers: inReplyTo ? answersTo(inReplyTo) : undefined,
    actions: html`<a href="${address}/reply/${id}">Reply</a> <a href="${address}/report/${id}">Report</a>`,
  })
}

function answersTo({ id, name }: { id: number; name: string }): Html {
  return html` in reply to <a href="#comment-${id}"><bdi>${name || "a removed comment"}</bdi></a>`
}

/** The truth about a comment of which only the place is left. */
const placeOf: Record<Gone, string> = {
  "by-moderator": "This comment was removed by a moderator.",
  "by-author": "This comment was deleted by its author.",
  "being-read": "This comment is awaiting moderation.",
}
