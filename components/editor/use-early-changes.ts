import type { Editor } from "@tiptap/core"
import { type RefObject, useEffect } from "react"
import { isChanged } from "@/components/desk/is-changed"
import type { Saver } from "@/components/editor/saver"
import { textFields } from "@/components/editor/text-fields"

type Options = { form: RefObject<HTMLFormElement | null>; editor: Editor | null; saver: Saver }

/** Tells the saver what was typed before scripts ran here, of which nobody heard an event. */
export function useEarlyChanges({ form, editor, saver }: Options): void {
  useEffect(() => {
    // With the editor every field is as scripts make it, and a save has the text to send.
    if (!editor) return
    for (const [name, field] of Object.entries(textFields(form.current)))
      if (isChanged(field)) saver.touch(name)
  }, [form, editor, saver])
}
