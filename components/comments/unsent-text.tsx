import { FormMessage } from "@/components/ui/form-message"
import type { FormState } from "@/lib/form-state"

type Props = {
  state: FormState
  /** The field whose text would be lost. */
  field: string
  /** What stands here when nothing was sent. */
  otherwise: string
}

/** In place of a form that has gone away while somebody was writing: why, and their text to copy. */
export function UnsentText({ state, field, otherwise }: Props) {
  if (state.status !== "refused") return <p className="font-ui text-ink-soft">{otherwise}</p>
  return (
    <div className="flex flex-col gap-4">
      <FormMessage state={state} />
      <label className="flex flex-col gap-1.5 font-ui text-sm font-semibold">
        Your text
        <textarea
          dir="auto"
          rows={8}
          readOnly
          className="w-full rounded-sm border border-edge bg-field px-3 py-2 text-base font-normal text-ink"
          defaultValue={state.values[field]}
        />
      </label>
    </div>
  )
}
