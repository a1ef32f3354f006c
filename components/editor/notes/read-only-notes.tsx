"use client"

import { NotesPanel } from "@/components/editor/notes/notes-panel"
import { type NoteActions, useNotes } from "@/components/editor/notes/use-notes"
import type { PassageNote } from "@/lib/posts/notes/types"

type Props = { storyId: number; notes: readonly PassageNote[]; actions: NoteActions }

/** The notes on a story that somebody may read and not change, to be answered. */
export function ReadOnlyNotes({ storyId, notes, actions }: Props) {
  const shown = useNotes({ editor: null, initial: notes, actions, storyId: async () => storyId })
  return (
    <div className="mt-6">
      <NotesPanel notes={shown} shows={false} />
    </div>
  )
}
