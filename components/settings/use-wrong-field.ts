import { type RefObject, useEffect } from "react"
import type { FormState } from "@/lib/form-state"

/**
 * Takes whoever sent a refused form to the first field that needs a change. A page that was loaded anew does so by
 * itself (`autofocus`); where the form stayed in place nothing would move.
 */
export function useWrongField(form: RefObject<HTMLFormElement | null>, state: FormState): void {
  useEffect(() => {
    if (state.status === "refused") form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus()
  }, [form, state])
}
