"use client"

import type { PasskeyAction } from "@/components/credentials/ceremony"
import { useConfirmByPasskey } from "@/components/credentials/confirm-by-passkey"
import { useCeremony } from "@/components/credentials/use-ceremony"
import { useRenderedFor } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"

/** A passkey in place of the password that a form asks for; nothing for somebody who has none. */
export function PasskeyAgain() {
  const action = useConfirmByPasskey()
  return action ? <ByPasskey action={action} /> : null
}

function ByPasskey({ action }: { action: PasskeyAction }) {
  const { state, isRunning, run } = useCeremony(action)
  const renderedFor = useRenderedFor()
  return (
    <>
      <Button
        type="button"
        look="secondary"
        small
        className="self-start"
        disabled={isRunning}
        onClick={() => run(renderedFor(new FormData()))}
      >
        Use a passkey instead
      </Button>
      <FormMessage state={state} />
    </>
  )
}
