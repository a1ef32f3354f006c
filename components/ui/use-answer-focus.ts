import { type RefObject, useEffect, useRef } from "react"
import { type FormState, isMistake } from "@/lib/form-state"

/**
 * The element of a form's answer. Of a refusal the focus goes to the first field that needs a change, or else to the
 * sentence; of what was done only where the pressed button is gone, and the focus with it (WCAG 2.4.3). A sentence that is
 * outside of its form stands with it in an element marked `data-forms`.
 */
export function useAnswerFocus<E extends HTMLElement>(state: FormState): RefObject<E | null> {
  const answer = useRef<E>(null)
  useEffect(() => {
    const sentence = answer.current
    if (!sentence || state.status === "idle") return
    const form = sentence.closest("form, [data-forms]")
    const wrong = namesFields(state)
      ? form?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid]")
      : null
    // Somebody who went on to another form is left there.
    const isStillHere = form?.contains(document.activeElement) ?? false
    if (isFocusLost() || (isMistake(state) && isStillHere)) (wrong ?? sentence).focus()
  }, [state])
  return answer
}

/** Not every answer does: the field that an earlier one refused may stand in the same form. */
function namesFields(state: FormState): boolean {
  return state.status === "refused" && Object.keys(state.errors).length > 0
}

/** Whether the focus is at the beginning of the page, where a browser puts it as its element is removed. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}
