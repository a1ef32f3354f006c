import type { Editor } from "@tiptap/core"
import { type RefObject, useEffect, useState } from "react"
import { forgetText, type KeptText, keptTextKey, readText } from "@/components/editor/kept-text"
import type { Saver } from "@/components/editor/saver"
import { textFields } from "@/components/editor/text-fields"
import type { HeldStory } from "@/lib/posts/save-answer"

type Options = {
  staffId: number
  story: HeldStory | null
  form: RefObject<HTMLFormElement | null>
  editor: Editor | null
  saver: Saver
}

/** Text of an earlier visit that was never saved, while the person has not decided about it. */
export function useKeptText({ staffId, story, form, editor, saver }: Options) {
  const [kept, setKept] = useState<KeptText | null>(null)
  const key = keptTextKey(staffId, story?.id ?? null)

  useEffect(() => {
    if (!editor) return
    const found = readText(key)
    if (found && isNews(found, editor, form.current)) setKept(found)
    else forgetText(key)
  }, [editor, form, key])

  function restore() {
    if (!kept || !editor) return
    const fields = textFields(form.current)
    for (const [name, value] of Object.entries(kept.fields)) {
      const field = fields[name]
      if (field) field.value = value
    }
    editor.commands.setContent(kept.body)
    saver.resume(kept.version)
    setKept(null)
  }

  function drop() {
    forgetText(key)
    setKept(null)
  }

  return { kept, restore, drop }
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
