"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Confirmed } from "@/components/media/confirmed"
import { Moment } from "@/components/site/moment"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"
import { correctionWords, type StoryCorrection } from "@/lib/posts/corrections"
import { formatDate, type Locale } from "@/lib/text/format-date"

type Told = Omit<StoryCorrection, "createdAt"> & { createdAt: Date; by: string | null }

type Props = { action: FormAction; told: readonly Told[]; locale: Locale }

/** What readers of a story are told, each with its removal. */
export function ToldList({ action, told, locale }: Props) {
  const [state, submit, busy] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="mt-3">
      <FormMessage state={state} />
      {told.length === 0 ? <p className="text-sm text-ink-soft">Nothing so far.</p> : null}
      <ul className="divide-y divide-rule">
        {told.map(({ id, kind, place, body, createdAt, by }) => (
          <li key={id} className="py-4 first:pt-0 wrap-anywhere">
            <p className="text-sm text-ink-soft">
              {correctionWords[kind]}, {place === "top" ? "above" : "below"} the text ·{" "}
              <Moment date={createdAt} locale={locale} withTime />
              {by ? (
                <>
                  {" "}
                  · <bdi>{by}</bdi>
                </>
              ) : null}
            </p>
            <p dir="auto" className="mt-1 mb-2 whitespace-pre-line">
              {body}
            </p>
            <Confirmed
              label="Remove"
              about={`the ${kind} of ${formatDate(createdAt, locale, { withTime: true })}`}
              question="Readers no longer see it. It stays in the log."
            >
              <Button look="danger" small name="correction" value={id} disabled={busy}>
                Remove now
              </Button>
            </Confirmed>
          </li>
        ))}
      </ul>
    </DeskForm>
  )
}
