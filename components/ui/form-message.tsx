import type { FormState } from "@/lib/form-state"

/** A form's answer as a whole: what was done, or why it was refused. Nothing before the first try. */
export function FormMessage({ state }: { state: FormState }) {
  if (state.status === "done") {
    return (
      <p role="status" className={`${shape} border-accent`}>
        {state.message}
      </p>
    )
  }
  if (state.status === "refused" && state.message) {
    // Rows that were only arranged are no mistake: see `arrangeRows`.
    if (state.values.arranged !== undefined)
      return (
        <p role="status" className={`${shape} border-accent`}>
          {state.message}
        </p>
      )
    return (
      <p role="alert" className={`${shape} border-danger`}>
        {state.message}
      </p>
    )
  }
  return null
}

const shape = "border-s-4 bg-raised px-4 py-3 font-ui text-base text-ink"
