import { Select } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"

type Props = {
  chosen: string
  languages: { code: string; name: string }[]
  hint: string
  state: FormState
  className?: string
}

/** The language of the publication, from a list in which each stands by its own name. */
export function LanguageField({ chosen, languages, ...field }: Props) {
  return (
    <Select name="language" label="Language" defaultValue={chosen} {...field}>
      {languages.map(({ code, name }) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </Select>
  )
}
