import { When } from "@/components/moderation/when"
import { kindWords } from "@/lib/posts/revisions/labels"
import type { Revision } from "@/lib/posts/revisions/queries"

type Props = { label: string; revision: Revision }

/** Which version it is: its name, what made it, when and by whom. */
export function ComparedRevision({ label, revision: { kind, name, by, savedAt } }: Props) {
  return (
    <>
      <dt className="text-ink-soft">{label}</dt>
      <dd className="wrap-anywhere">
        {name ? (
          <>
            <strong dir="auto">{name}</strong>,{" "}
          </>
        ) : null}
        {kindWords[kind].toLowerCase()} <When date={savedAt} withSeconds />
        {by ? (
          <>
            {" "}
            by <bdi>{by}</bdi>
          </>
        ) : null}
      </dd>
    </>
  )
}
