import { type RefObject, useRef } from "react"
import { useLeaveGuard } from "@/components/desk/use-leave-guard"
import type { FormState } from "@/lib/form-state"

/**
 * Asks before a page is left while something in this form is not saved.
 * @returns the form's element
 */
export function useUnsavedForm(state: FormState): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  // What a refused form was sent with, or how its rows were arranged, has become the default of its fields.
  useLeaveGuard(() => state.status === "refused" || [...(form.current ?? [])].some(isChanged))
  return form
}

/** Whether a field holds something else than it began with, which React makes what was saved once it is. */
function isChanged(field: Element): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options]
    const begun = options.findIndex(({ defaultSelected }) => defaultSelected)
    return field.selectedIndex !== Math.max(0, begun)
  }
  if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type))
    return field.checked !== field.defaultChecked
  if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) return false
  // A hidden field has no default of its own.
  return field.value !== (field.dataset.saved ?? field.defaultValue)
}
