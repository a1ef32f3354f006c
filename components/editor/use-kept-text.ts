import type { Editor } from "@tiptap/core"
import { type RefObject, useEffect, useState } from "react"
import {
  forgetText,
  type KeptText,
  listKept,
  readText,
  type TextOwner,
  tabOf,
} from "@/components/editor/kept-text"
import type { EditorKind } from "@/components/editor/kind"
import type { Saver } from "@/components/editor/saver"
import { textFields } from "@/components/editor/text-fields"
import type { HeldText } from "@/lib/documents/save-answer"

type Options = {
  kind: EditorKind
  staffId: number
  story: HeldText | null
  form: RefObject<HTMLFormElement | null>
  editor: Editor | null
  saver: Saver
}

/** Text of an earlier visit that was never saved, while the person has not decided about it. */
export function useKeptText({ kind: { noun }, staffId, story, form, editor, saver }: Options) {
  const [kept, setKept] = useState<(KeptText & { key: string }) | null>(null)
  const storyId = story?.id ?? null

  useEffect(() => {
    if (!editor) return
    let wanted = true
    void findKept({ owner: { staffId, noun }, storyId, editor, form: form.current }).then((found) => {
      if (wanted) setKept(found)
    })
    return () => {
      wanted = false
    }
  }, [editor, form, noun, staffId, storyId])

  function restore() {
    if (!kept || !editor) return
    const fields = textFields(form.current)
    for (const [name, value] of Object.entries(kept.fields)) {
      const field = fields[name]
      if (!field) continue
      field.value = value
      field.dispatchEvent(new Event("restored"))
    }
    editor.commands.setContent(kept.body)
    // Under this tab's name before the other is forgotten.
    saver.resume(kept.version, tabOf(kept.key))
    drop()
  }

  function drop() {
    if (kept) forgetText(kept.key)
    setKept(null)
  }

  return { kept, restore, drop }
}

type Search = { owner: TextOwner; storyId: number | null; editor: Editor; form: HTMLFormElement | null }

/** The newest text that differs from the story on the page; what does not is forgotten. */
async function findKept({ owner, storyId, editor, form }: Search) {
  for (const key of await listKept(owner, storyId)) {
    const text = readText(key)
    if (text && isNews(text, editor, form)) return { ...text, key }
    forgetText(key)
  }
  return null
}

/** Whether the kept text differs from the story on the page. A text that no longer fits the editor is shown too. */
function isNews({ fields, body }: KeptText, editor: Editor, form: HTMLFormElement | null): boolean {
  const present = textFields(form)
  const changed = Object.entries(fields).some(
    ([name, value]) => present[name] && present[name].value !== value,
  )
  if (changed) return true
  try {
    return !editor.schema.nodeFromJSON(body).eq(editor.state.doc)
  } catch {
    return true
  }
}
