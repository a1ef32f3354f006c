import { type RefObject, useRef } from "react"
import { isChanged } from "@/components/desk/is-changed"
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
