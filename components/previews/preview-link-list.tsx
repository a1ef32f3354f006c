"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Moment } from "@/components/site/moment"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"
import type { Locale } from "@/lib/text/format-date"

type Link = {
  id: number
  by: string
  createdAt: Date
  expiresAt: Date
  mayRevoke: boolean
}

type Props = { action: FormAction; post: number; links: readonly Link[]; locale: Locale }

/** The open links of a story, each with its end. */
export function PreviewLinkList({ action, post, links, locale }: Props) {
  const [state, submit, busy] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="mt-3">
      <FormMessage state={state} />
      <input type="hidden" name="post" value={post} />
      {links.length === 0 ? <p className="text-sm text-ink-soft">None.</p> : null}
      {links.length > 0 ? (
        <p className="text-sm text-ink-soft">Times are those of {locale.timeZone.replaceAll("_", " ")}.</p>
      ) : null}
      <ul className="divide-y divide-rule">
        {links.map((link) => (
          <li key={link.id} className="flex flex-wrap items-center justify-between gap-3 py-3 wrap-anywhere">
            <p className="text-sm">
              <bdi className="font-semibold">{link.by}</bdi>,{" "}
              <Moment date={link.createdAt} locale={locale} withTime />
              <span className="block text-ink-soft">
                Works until <Moment date={link.expiresAt} locale={locale} withTime />.
              </span>
            </p>
            {link.mayRevoke ? (
              <Button
                look="danger"
                small
                name="link"
                value={link.id}
                disabled={busy}
                aria-label={`Revoke the link of ${link.by}, made ${link.createdAt.toISOString().slice(0, 16).replace("T", " ")}`}
              >
                Revoke
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </DeskForm>
  )
}
