"use client"

import { useActionState } from "react"
import type { PasskeyAction } from "@/components/credentials/ceremony"
import { askedPress, EnterAsked } from "@/components/desk/enter-asked"
import { PasswordAgain } from "@/components/desk/password-again"
import { DeskForm } from "@/components/desk/rendered-for"
import { Confirmed } from "@/components/media/confirmed"
import { When } from "@/components/moderation/when"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import type { OwnPasskey } from "@/lib/credentials/types"
import { idle } from "@/lib/form-state"

type Props = { action: PasskeyAction; passkeys: OwnPasskey[] }

/** Which passkeys somebody has, each with a way to remove it. */
export function PasskeyList({ action, passkeys }: Props) {
  const [sent, submit] = useActionState(action, idle)
  const state = sent.status === "asked" ? idle : sent
  return (
    <DeskForm action={submit} className="mt-2 flex flex-col gap-3">
      <EnterAsked name="passkey" state={state} />
      <input type="hidden" name="intent" value="remove" />
      <ul className="divide-y divide-rule">
        {passkeys.map((passkey) => (
          <li
            key={passkey.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 text-sm"
          >
            <Facts passkey={passkey} />
            <Confirmed
              label="Remove"
              about={passkey.name}
              question="It will no longer sign you in."
              open={askedPress("passkey", state) === String(passkey.id)}
            >
              <Button
                name="passkey"
                value={passkey.id}
                look="danger"
                small
                aria-label={`Remove ${passkey.name} now`}
              >
                Remove now
              </Button>
            </Confirmed>
          </li>
        ))}
      </ul>
      <FormMessage state={state} />
      {passkeys.length > 0 ? (
        <div className="flex max-w-md flex-col gap-4">
          <PasswordAgain to="remove a passkey" needed={false} state={state} />
        </div>
      ) : null}
    </DeskForm>
  )
}

function Facts({ passkey: { name, backedUp, createdAt, lastUsedAt } }: { passkey: OwnPasskey }) {
  return (
    <div className="min-w-0 [overflow-wrap:anywhere]">
      <p className="text-base font-medium">
        <bdi>{name}</bdi>
      </p>
      <p className="text-ink-soft">
        Added <When date={createdAt} />,{" "}
        {lastUsedAt ? (
          <>
            last used <When date={lastUsedAt} />
          </>
        ) : (
          "never used"
        )}
        {backedUp ? ", synced to your other devices" : ""}
      </p>
    </div>
  )
}
