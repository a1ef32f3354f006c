import { useState } from "react"
import type { StoryNotes } from "@/components/editor/notes/use-notes"
import { WordsField } from "@/components/editor/notes/words-field"
import { Button } from "@/components/ui/button"
import type { PassageNote } from "@/lib/posts/notes/types"
import { timeAgo } from "@/lib/text/time-ago"

type Props = { note: PassageNote; notes: StoryNotes; shows: boolean }

/** One note with its answers. Its passage leads to where it stands, if the text is on the page. */
export function NoteThread({ note, notes, shows }: Props) {
  const [replying, setReplying] = useState(false)
  const [trouble, setTrouble] = useState("")
  const { id, passage, replies, resolvedBy, own } = note
  const isOpen = resolvedBy === null
  const change = async (intent: "resolve" | "reopen" | "delete") =>
    setTrouble((await notes.change(id, intent)) ?? "")
  const isGone = notes.gone.has(id)
  return (
    <li
      id={`note-${id}`}
      aria-current={notes.active === id || undefined}
      className="border-s-2 border-rule ps-3 aria-[current]:border-accent"
    >
      <Quote words={passage.quote} onShow={shows && isOpen && !isGone ? () => notes.show(id) : null} />
      {isGone ? <p className="text-xs text-ink-soft">Its passage is gone.</p> : null}
      <Said {...note} />
      {replies.map((reply) => (
        <div key={reply.id} className="mt-2 ps-3">
          <Said {...reply} />
        </div>
      ))}
      {isOpen ? null : (
        <p className="mt-1 text-xs text-ink-soft">
          Resolved by <bdi>{resolvedBy}</bdi>
        </p>
      )}
      <p role="alert" className="text-danger">
        {trouble}
      </p>
      {replying ? (
        <WordsField
          label="Reply"
          send="Send reply"
          onSend={(words) => notes.reply(id, words)}
          onCancel={() => setReplying(false)}
        />
      ) : (
        <div className="mt-1 flex flex-wrap">
          <Button type="button" look="quiet" small flush onClick={() => setReplying(true)}>
            Reply
          </Button>
          <Button type="button" look="quiet" small onClick={() => change(isOpen ? "resolve" : "reopen")}>
            {isOpen ? "Resolve" : "Reopen"}
          </Button>
          {own && replies.length === 0 ? (
            <Button type="button" look="quiet" small onClick={() => change("delete")}>
              Delete
            </Button>
          ) : null}
        </div>
      )}
    </li>
  )
}

const quoteClass = "line-clamp-2 text-start font-text text-ink-soft"

function Quote({ words, onShow }: { words: string; onShow: (() => void) | null }) {
  if (!onShow)
    return (
      <blockquote dir="auto" className={quoteClass}>
        {words}
      </blockquote>
    )
  return (
    <button
      type="button"
      onClick={onShow}
      className="block w-full cursor-pointer text-start hover:text-accent"
    >
      <span className="sr-only">Show the passage: </span>
      <span dir="auto" className={quoteClass}>
        {words}
      </span>
    </button>
  )
}

function Said({ by, at, body }: { by: string; at: string; body: string }) {
  return (
    <>
      <p dir="auto" className="mt-1 whitespace-pre-line wrap-anywhere">
        {body}
      </p>
      <p className="text-xs text-ink-soft">
        <bdi>{by}</bdi>, {/* A minute can pass between the server's words and the browser's. */}
        <time dateTime={at} suppressHydrationWarning>
          {timeAgo(new Date(at))}
        </time>
      </p>
    </>
  )
}
