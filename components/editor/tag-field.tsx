import { useId, useState } from "react"
import { Field } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"

type Props = { tags: string; known: readonly string[]; state: FormState }

/** A story's tags, one after another; the browser completes the one that is being written. */
export function TagField({ tags, known, state }: Props) {
  const listId = useId()
  const [written, setWritten] = useState(() => writtenBefore(tags))
  const chosen = new Set(written.split(separator).map((name) => name.trim().toLowerCase()))
  return (
    <>
      <Field
        name="tags"
        label="Tags"
        hint="Separate with commas. The first one is shown above the title."
        defaultValue={tags}
        state={state}
        autoComplete="off"
        list={listId}
        onChange={({ target }) => setWritten(writtenBefore(target.value))}
      />
      {/* A browser completes the whole field, so each option begins with the tags before. */}
      <datalist id={listId}>
        {known
          .filter((name) => !chosen.has(name.toLowerCase()))
          .map((name) => (
            <option key={name} value={written + name} label={name} />
          ))}
      </datalist>
    </>
  )
}

const separator = /[,،、，]/

/** What stands before the tag that is being written, with a blank behind its comma. */
function writtenBefore(text: string): string {
  const end = Math.max(...[...",،、，"].map((comma) => text.lastIndexOf(comma)))
  return end === -1 ? "" : `${text.slice(0, end + 1)} `
}
