"use client"

import { useActionState } from "react"
import { ErrorReport, type OpenReport } from "@/components/corrections/error-report"
import { DeskForm } from "@/components/desk/rendered-for"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"
import type { Locale } from "@/lib/text/format-date"

type Props = { action: FormAction; reports: readonly OpenReport[]; locale: Locale }

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
          <ErrorReport key={report.id} report={report} locale={locale} busy={busy} />
        ))}
      </ul>
    </DeskForm>
  )
}
