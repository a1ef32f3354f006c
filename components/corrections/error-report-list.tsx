"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Moment } from "@/components/site/moment"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"
import type { Locale } from "@/lib/text/format-date"

type Report = {
  id: number
  body: string
  createdAt: Date
  postId: number
  title: string
  slug: string
  status: string
}

type Props = { action: FormAction; reports: readonly Report[]; locale: Locale }

/** What readers say is wrong, the oldest first, each until an editor has dealt with it. */
export function ErrorReportList({ action, reports, locale }: Props) {
  const [state, submit, busy] = useActionState(action, idle)
  return (
    <DeskForm action={submit}>
      <FormMessage state={state} />
      {reports.length === 0 ? (
        <p className="mt-3 text-sm text-ink-soft">No reader has anything to correct.</p>
      ) : null}
      <ul className="mt-3 divide-y divide-rule">
        {reports.map((report) => (
          <li key={report.id} className="py-4 first:pt-0 wrap-anywhere">
            <p className="text-sm text-ink-soft">
              <a
                href={`/desk/posts/${report.postId}`}
                dir="auto"
                className="text-accent underline underline-offset-2"
              >
                {report.title || "Untitled"}
              </a>{" "}
              · <Moment date={report.createdAt} locale={locale} withTime />
            </p>
            <p dir="auto" className="mt-1 max-w-measure whitespace-pre-line">
              {report.body}
            </p>
            <p className="mt-2 flex flex-wrap items-center gap-4 text-sm">
              {report.status === "published" ? (
                <a
                  href={`/desk/posts/${report.postId}/corrections`}
                  className="text-accent underline underline-offset-2"
                >
                  Correct the story
                </a>
              ) : null}
              <Button look="secondary" small name="report" value={report.id} disabled={busy}>
                Close
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </DeskForm>
  )
}
