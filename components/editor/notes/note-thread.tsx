import { useState } from "react"
import { NoteWords } from "@/components/editor/notes/note-words"
import { PassageQuote } from "@/components/editor/notes/passage-quote"
import type { StoryNotes } from "@/components/editor/notes/use-notes"
import { WordsField } from "@/components/editor/notes/words-field"
import { Button } from "@/components/ui/button"
import type { PassageNote } from "@/lib/posts/notes/types"

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
      <PassageQuote words={passage.quote} onShow={shows && isOpen && !isGone ? () => notes.show(id) : null} />
      {isGone ? <p className="text-xs text-ink-soft">Its passage is gone.</p> : null}
      <NoteWords {...note} />
      {replies.map((reply) => (
        <div key={reply.id} className="mt-2 ps-3">
          <NoteWords {...reply} />
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
