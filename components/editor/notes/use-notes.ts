import type { Editor } from "@tiptap/core"
import { useEditorState } from "@tiptap/react"
import { useEffect, useState } from "react"
import { useRenderedFor } from "@/components/desk/rendered-for"
import { markPassages, passagesIn, showPassage } from "@/components/editor/notes/passages"
import { placeNotes, selectedPassage } from "@/components/editor/notes/place-notes"
import type { TextQuote } from "@/lib/documents/text-quote"
import type { NotesAnswer, PassageNote } from "@/lib/posts/notes/types"

type Act = (form: FormData) => Promise<NotesAnswer>
export type NoteActions = { add: Act; reply: Act; change: Act }

type Options = {
  editor: Editor | null
  initial: readonly PassageNote[]
  actions: NoteActions
  /** The story's number; one that was never saved is saved first, and null where it could not be. */
  storyId: () => Promise<number | null>
}

/** The notes on a story, their places in its text, and what can be done with them. Each act answers what went wrong, or null. */
export function useNotes({ editor, initial, actions, storyId }: Options) {
  const signed = useRenderedFor()
  const [notes, setNotes] = useState(initial)
  const [active, setActive] = useState<number | null>(null)
  /** The passage that a note is being written on; null while none is, "nothing" where no words are selected. */
  const [asked, setAsked] = useState<TextQuote | "nothing" | null>(null)
  const gone = useEditorState({
    editor,
    selector: ({ editor }) => (editor ? goneOf(editor) : ""),
  })

  useEffect(() => {
    if (editor) markPassages(editor, placeNotes(editor, notes))
  }, [editor, notes])

  useEffect(() => {
    if (!editor || !gone) return
    let timer: ReturnType<typeof setTimeout>
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => markPassages(editor, placeNotes(editor, notes)), pause)
    }
    editor.on("update", later)
    return () => {
      clearTimeout(timer)
      editor.off("update", later)
    }
  }, [editor, gone, notes])

  useEffect(() => {
    if (!editor) return
    editor.storage.passages.ask = () => setAsked(selectedPassage(editor) ?? "nothing")
    editor.storage.passages.select = (id) => {
      setActive(id)
      document.getElementById(`note-${id}`)?.scrollIntoView({ block: "nearest" })
    }
  }, [editor])

  async function act(run: Act, fields: Record<string, string>): Promise<string | null> {
    const post = await storyId()
    if (post === null) return notSaved
    const form = signed(new FormData())
    for (const [name, value] of Object.entries({ ...fields, post: String(post) })) form.set(name, value)
    const answer = await run(form).catch((): NotesAnswer => ({ ok: false, message: unreachable }))
    if (!answer.ok) return answer.message
    setNotes(answer.notes)
    return null
  }

  return {
    notes,
    active,
    gone: new Set(gone?.split(" ").filter(Boolean).map(Number)),
    asked,
    ask: () => editor?.storage.passages.ask(),
    endAsking: () => {
      setAsked(null)
      editor?.view.focus()
    },
    add: ({ place, ...passage }: TextQuote, body: string) =>
      act(actions.add, { ...passage, place: String(place), body }),
    reply: (note: number, body: string) => act(actions.reply, { note: String(note), body }),
    change: (note: number, intent: "resolve" | "reopen" | "delete") =>
      act(actions.change, { note: String(note), intent }),
    show: (id: number) => {
      setActive(id)
      if (editor) showPassage(editor, id)
    },
  }
}

export type StoryNotes = ReturnType<typeof useNotes>

/** The numbers of notes whose passage is gone, as one text, so that a change of them alone draws the list anew. */
function goneOf(editor: Editor): string {
  return passagesIn(editor.state)
    .filter(({ from, to }) => to <= from)
    .map(({ id }) => id)
    .join(" ")
}

/** Milliseconds without typing, after which deleted passages are looked for again. */
const pause = 800
const notSaved = "The story could not be saved, so the note was not added. It is still here; try again."
const unreachable = "The site did not answer, so nothing was changed. Try again."
