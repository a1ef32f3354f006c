"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { type FormState, idle } from "@/lib/form-state"
import type { PartedFact } from "@/lib/pages/privacy/facts"

type Props = {
  pageId: number
  /** What the site does, as `spellFacts` writes it. */
  seen: string
  parted: PartedFact[]
  action: (state: FormState, form: FormData) => Promise<FormState>
}

/** Says in what the site and its privacy page have parted, until somebody has compared them again. */
export function PartedNote({ pageId, seen, parted, action }: Props) {
  const [state, submit] = useActionState(action, idle)
  if (parted.length === 0) return <FormMessage state={state} />
  return (
    <section
      aria-labelledby="parted"
      className="max-w-measure border-s-4 border-danger bg-raised px-4 py-3 text-sm"
    >
      <h2 id="parted" className="font-ui text-base font-bold">
        What the site does has changed since this page was written
      </h2>
      <ul className="mt-2 flex list-disc flex-col gap-1 ps-5">
        {parted.map(({ label, was, is }) => (
          <li key={label}>
            {label}: <span className="text-ink-soft">{was}</span> →{" "}
            <strong className="font-semibold">{is}</strong>
          </li>
        ))}
      </ul>
      <DeskForm action={submit} className="mt-3 flex flex-col items-start gap-2">
        <FormMessage state={state} />
        <input type="hidden" name="id" value={pageId} />
        <input type="hidden" name="seen" value={seen} />
        <p>Change the text where it says otherwise, and update the page. Then say so here.</p>
        <Button look="secondary" small>
          The page is right now
        </Button>
      </DeskForm>
    </section>
  )
}
