import { Select } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"

/** What readers are told when a published story changes. */
export function UpdateFields({ correctionsUrl, state }: { correctionsUrl: string; state: FormState }) {
  return (
    <div>
      <Select name="tell" label="When you update" defaultValue="updated" state={state}>
        <option value="updated">Say “Updated” and when</option>
        <option value="nothing">Say nothing, as for a typo</option>
      </Select>
      <p className="mt-1.5 text-sm text-ink-soft">
        Within ten minutes of publishing nothing is said. For a mistake, add a{" "}
        <a href={correctionsUrl} className="text-accent underline underline-offset-2">
          correction or clarification
        </a>
        .
      </p>
    </div>
  )
}
