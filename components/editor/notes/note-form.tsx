import type { StoryNotes } from "@/components/editor/notes/use-notes"
import { WordsField } from "@/components/editor/notes/words-field"
import { Button } from "@/components/ui/button"

/** Asks for a note on the passage that is selected. */
export function NoteForm({ notes: { asked, add, endAsking } }: { notes: StoryNotes }) {
  if (asked === null) return null
  return (
    <div
      role="dialog"
      aria-label="New remark"
      // Not modal: the passage, and what stands around it, can be read and changed meanwhile.
      onKeyDown={(event) => {
        if (event.key !== "Escape" || asked !== "nothing") return
        event.preventDefault()
        endAsking()
      }}
      className="absolute start-4 end-4 top-full z-20 max-w-md rounded-sm border border-edge bg-paper p-3 text-sm shadow-lg"
    >
      {asked === "nothing" ? (
        <div className="flex items-center justify-between gap-3">
          <p role="alert">Select the passage your note is about.</p>
          <Button type="button" look="quiet" small autoFocus onClick={endAsking}>
            Close
          </Button>
        </div>
      ) : (
        <>
          <blockquote
            dir="auto"
            className="line-clamp-2 border-s-2 border-accent ps-2 font-text text-ink-soft"
          >
            {asked.quote}
          </blockquote>
          <WordsField
            label="Remark"
            send="Add remark"
            onSend={(words) => add(asked, words)}
            onCancel={endAsking}
          />
        </>
      )}
    </div>
  )
}
