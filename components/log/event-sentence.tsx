import { sentenceOf } from "@/lib/audit/log/sentence"
import type { LogEntry } from "@/lib/audit/log/types"

/** "Ana approved a comment by Marek on The pool opens again." */
export function EventSentence({ entry }: { entry: LogEntry }) {
  const { who, did, what, complement, by, on } = sentenceOf(entry)
  return (
    <>
      <bdi>{who}</bdi> <strong className="font-semibold">{did}</strong>
      {what ? (
        <>
          {" "}
          <What entry={entry} words={what} />
        </>
      ) : null}
      {complement ? <> {complement}</> : null}
      {by ? (
        <>
          {" "}
          by <bdi>{by}</bdi>
        </>
      ) : null}
      {on ? (
        <>
          {" "}
          on <bdi>{on}</bdi>
        </>
      ) : null}
    </>
  )
}

function What({
  entry: { action, batch, comment, story, mediaId, page },
  words,
}: {
  entry: LogEntry
  words: string
}) {
  if (story?.opens) {
    return (
      <a href={`/desk/posts/${story.id}`} className="underline">
        <bdi>{words}</bdi>
      </a>
    )
  }
  if (page) {
    if (page.gone) return <bdi>{words}</bdi>
    return (
      <a href={`/desk/pages/${page.id}`} className="underline">
        <bdi>{words}</bdi>
      </a>
    )
  }
  if (mediaId !== null && action !== "media_deleted") {
    return (
      <a href={`/desk/media/${mediaId}`} className="whitespace-nowrap underline">
        {words}
      </a>
    )
  }
  const many = batch && batch.count > 1
  if (story || (!many && !comment)) return <bdi>{words}</bdi>
  const href = many
    ? `/desk/log?batch=${batch.id}`
    : `/desk/comments?done=${comment?.id}#comment-${comment?.id}`
  return (
    <a href={href} className="whitespace-nowrap underline">
      {words}
    </a>
  )
}
