"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"
import type { ChangedFact } from "@/lib/pages/privacy/facts"

type Props = {
  pageId: number
  /** What the site does, as `spellFacts` writes it. */
  seen: string
  /** When somebody last compared the page with it; `day` as people write it. */
  checked: { at: string; day: string } | null
  changes: ChangedFact[]
  action: FormAction
}

/** Says what has changed since the privacy page was compared with the site, until somebody has compared them again. */
export function OutdatedPrivacyNote({ pageId, seen, checked, changes, action }: Props) {
  const [state, submit] = useActionState(action, idle)
  if (changes.length === 0) return <FormMessage state={state} />
  return (
    <section
      aria-labelledby="outdated"
      className="max-w-measure border-s-4 border-danger bg-raised px-4 py-3 text-sm"
    >
      <h2 id="outdated" className="font-ui text-base font-bold">
        What the site does has changed since the <a href={`/desk/pages/${pageId}`}>privacy page</a> was last
        checked
        {checked ? (
          <>
            {" "}
            (<time dateTime={checked.at}>{checked.day}</time>)
          </>
        ) : null}
      </h2>
      <ul className="mt-2 flex list-disc flex-col gap-1 ps-5">
        {changes.map(({ label, was, is }) => (
          <li key={label}>
            {label}: was {was}, <strong className="font-semibold">is now {is}</strong>
          </li>
        ))}
      </ul>
      <DeskForm action={submit} className="mt-3 flex flex-col items-start gap-2">
        <FormMessage state={state} />
        <input type="hidden" name="id" value={pageId} />
        <input type="hidden" name="seen" value={seen} />
        <p>Change the text where it says otherwise, and update the page. Then mark it as up to date.</p>
        <Button look="secondary" small>
          Mark as up to date
        </Button>
      </DeskForm>
    </section>
  )
}
