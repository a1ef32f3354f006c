import { type RefObject, useEffect } from "react"
import { isChanged } from "@/components/desk/is-changed"
import type { Saver } from "@/components/editor/saver"
import { textFields } from "@/components/editor/text-fields"

/** Tells the saver what was typed before scripts ran here, of which nobody heard an event. */
export function useEarlyChanges(form: RefObject<HTMLFormElement | null>, saver: Saver): void {
  useEffect(() => {
    for (const [name, field] of Object.entries(textFields(form.current)))
      if (isChanged(field)) saver.touch(name)
  }, [form, saver])
}
