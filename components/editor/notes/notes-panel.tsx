import { NoteThread } from "@/components/editor/notes/note-thread"
import type { StoryNotes } from "@/components/editor/notes/use-notes"

type Props = {
  notes: StoryNotes
  /** Whether the text is on the page, to be led to. */
  shows: boolean
}

/** What colleagues say about passages of a story. Readers never see it. */
export function NotesPanel({ notes, shows }: Props) {
  const open = notes.notes.filter(({ resolvedBy }) => resolvedBy === null)
  const resolved = notes.notes.filter(({ resolvedBy }) => resolvedBy !== null)
  if (notes.notes.length === 0) return null
  return (
    <section aria-labelledby="notes" className="mb-5 border-b border-rule pb-4 text-sm">
      <h2 id="notes" className="font-ui text-base font-bold">
        Remarks
      </h2>
      {open.length === 0 ? <p className="mt-1 text-ink-soft">All remarks are resolved.</p> : null}
      <NoteList list={open} notes={notes} shows={shows} />
      {resolved.length > 0 ? (
        <details className="mt-3">
          <summary className="cursor-pointer text-ink-soft">Resolved ({resolved.length})</summary>
          <NoteList list={resolved} notes={notes} shows={shows} />
        </details>
      ) : null}
    </section>
  )
}

function NoteList({ list, ...rest }: Props & { list: StoryNotes["notes"] }) {
  return (
    <ul className="mt-3 flex flex-col gap-4">
      {list.map((note) => (
        <NoteThread key={note.id} note={note} {...rest} />
      ))}
    </ul>
  )
}
