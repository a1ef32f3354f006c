import { When } from "@/components/moderation/when"
import { kindWords } from "@/lib/posts/revisions/labels"
import type { ListedRevision } from "@/lib/posts/revisions/queries"

type Props = {
  revision: ListedRevision
  /** The form that compares two versions. */
  form: string
  from: boolean
  to: boolean
}

/** Chooses a version as the older or the newer one of a comparison. */
export function RevisionChoices({ revision: { id, kind, savedAt }, form, from, to }: Props) {
  const choice = (name: string, label: string, checked: boolean) => (
    <label className="flex items-center gap-1.5 pointer-coarse:min-h-11">
      <input
        type="radio"
        form={form}
        name={name}
        value={id}
        defaultChecked={checked}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  )
  return (
    <fieldset className="flex gap-3">
      <legend className="sr-only">
        Compare: {kindWords[kind]} <When date={savedAt} withSeconds />
      </legend>
      {choice("from", "Older", from)}
      {choice("to", "Newer", to)}
    </fieldset>
  )
}
