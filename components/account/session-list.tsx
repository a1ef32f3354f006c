"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { When } from "@/components/moderation/when"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import type { OwnSession } from "@/lib/auth/own-sessions"
import { idle } from "@/lib/form-state"

/** Where somebody is signed in, and a way to end each session but this one. */
export function SessionList({ action, sessions }: { action: FormAction; sessions: OwnSession[] }) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="mt-1">
      <ul className="divide-y divide-rule">
        {sessions.map(({ id, device, seenAt, startedAt, isThis }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 text-sm">
            <p className="min-w-0">
              <span className="block text-base font-medium">
                {device}
                {isThis ? <span className="text-ink-soft"> (this one)</span> : null}
              </span>
              <span className="block text-ink-soft">
                Signed in <When date={startedAt} />, last seen <When date={seenAt} />
              </span>
            </p>
            {isThis ? null : (
              <Button name="session" value={id} look="secondary" small>
                Sign out there
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-col items-start gap-3">
        <FormMessage state={state} />
        {sessions.length > 1 ? (
          <Button name="session" value="others" look="secondary" small>
            Sign out everywhere else
          </Button>
        ) : null}
      </div>
    </DeskForm>
  )
}
