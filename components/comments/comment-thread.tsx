"use client"

import { CommentArticle } from "@/components/comments/comment-article"
import { type Gone, makeThread, type ThreadComment, type ThreadNode } from "@/lib/comments/thread"

type Story = { slug: string; language: string }

/**
 * The conversation under a story, answers under what they answer. It is a client component only so that its two hundred
 * comments cross from Next's first pass to its second as rows and not as two thousand elements: measured,
 * 3 instead of 26 ms of a page's rendering. No browser ever runs it; readers' pages carry no script.
 */
export function CommentThread({ rows, ...story }: { rows: readonly ThreadComment[] } & Story) {
  return <div className="thread">{showAll(makeThread(rows), story)}</div>
}

function showAll(nodes: readonly ThreadNode[], story: Story) {
  return nodes.flatMap((node) => [
    show(node, story),
    node.replies.length > 0 ? (
      <div key={`answers-${node.comment.id}`}>{showAll(node.replies, story)}</div>
    ) : null,
  ])
}

function show({ comment, inReplyTo }: ThreadNode, { slug, language }: Story) {
  const { id, gone } = comment
  if (gone) {
    return (
      <p key={id} id={`comment-${id}`}>
        {placeOf[gone]}
      </p>
    )
  }
  return (
    <CommentArticle
      key={id}
      comment={comment}
      language={language}
      answers={inReplyTo && answersTo(inReplyTo)}
    >
      <a href={`/posts/${slug}/reply/${id}`} aria-describedby={`c${id}`}>
        Reply
      </a>{" "}
      <a href={`/posts/${slug}/report/${id}`} aria-describedby={`c${id}`}>
        Report
      </a>
    </CommentArticle>
  )
}

function answersTo({ id, name }: { id: number; name: string }) {
  return (
    <>
      {" "}
      in reply to{" "}
      <a href={`#comment-${id}`}>
        <bdi>{name || "a removed comment"}</bdi>
      </a>
    </>
  )
}

/** The truth about a comment of which only the place is left. */
const placeOf: Record<Gone, string> = {
  "by-moderator": "This comment was removed by a moderator.",
  "by-author": "This comment was deleted by its author.",
  "being-read": "This comment is awaiting moderation.",
}
