"use client"

import { useActionState, useMemo } from "react"
import { RecoveryCodeList } from "@/components/credentials/recovery-code-list"
import { TotpKey } from "@/components/credentials/totp-key"
import { askedPress, EnterAsked } from "@/components/desk/enter-asked"
import { PasswordAgain } from "@/components/desk/password-again"
import { DeskForm } from "@/components/desk/rendered-for"
import { Confirmed } from "@/components/media/confirmed"
import { When } from "@/components/moderation/when"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormMessage } from "@/components/ui/form-message"
import type { OwnCredentials, TotpState } from "@/lib/credentials/types"
import { type FormState, idle } from "@/lib/form-state"

type Props = {
  action: (state: TotpState, form: FormData) => Promise<TotpState>
  totp: OwnCredentials["totp"]
  needsPassword: boolean
}

/**
 * One's own authenticator app, from its key to its recovery codes. One form for all of it, in one place: without scripts the
 * codes come back with the page, to the form that asked for them.
 */
export function TotpPanel({ action, totp, needsPassword }: Props) {
  const [sent, submit] = useActionState(action, idle)
  // The same for the same answer: `FormMessage` takes the focus for each new one.
  const state = useMemo<FormState>(
    () => (sent.status === "codes" ? { status: "done", message: sent.message } : sent),
    [sent],
  )
  return (
    <DeskForm action={submit} className="mt-2 flex flex-col items-start gap-4">
      <EnterAsked name="intent" state={state} otherwise={onEnter[totp.state]} />
      <p className="max-w-measure text-sm text-ink-soft">
        An app on your phone shows a code that changes every half minute. Signing in with your password, or by
        email, asks for it too.
      </p>
      <FormMessage state={state} />
      {sent.status === "codes" ? <RecoveryCodeList codes={sent.codes} /> : null}
      {totp.state === "off" ? <Begin label="Set up an authenticator app" /> : null}
      {totp.state === "begun" ? <Confirm totp={totp} state={state} /> : null}
      {totp.state === "on" ? <Change totp={totp} asked={askedPress("intent", state)} /> : null}
      <div className="flex w-full max-w-md flex-col gap-4 empty:hidden">
        <PasswordAgain
          to={totp.state === "off" ? "set up an authenticator app" : "change your authenticator app"}
          needed={needsPassword}
          state={state}
        />
      </div>
    </DeskForm>
  )
}

/** While the app is on, each press ends something, so that none is Enter's before it was asked. */
const onEnter = { off: "begin", begun: "confirm", on: undefined }

function Begin({ label }: { label: string }) {
  return (
    <Button name="intent" value="begin" look="secondary">
      {label}
    </Button>
  )
}

function Confirm({ totp, state }: { totp: Extract<Props["totp"], { state: "begun" }>; state: FormState }) {
  return (
    <>
      <TotpKey secret={totp.secret} address={totp.address} picture={totp.picture} />
      <Field
        name="code"
        label="Code"
        hint="Six digits, as your app shows them."
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={40}
        dir="ltr"
        state={state}
        className="w-full max-w-xs"
      />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="confirm">
          Turn on
        </Button>
        <Button name="intent" value="begin" look="quiet">
          Use another key
        </Button>
      </div>
    </>
  )
}

type ChangeProps = { totp: Extract<Props["totp"], { state: "on" }>; asked: string | undefined }

function Change({ totp: { since, codesLeft }, asked }: ChangeProps) {
  return (
    <>
      <p className="text-sm">
        On since <When date={since} />. {codesLeft} of 10 recovery codes are left.
      </p>
      <div className="flex flex-wrap gap-3">
        <Confirmed
          label="Make new recovery codes"
          question="The codes that you have now stop working."
          open={asked === "codes"}
        >
          <Button name="intent" value="codes" look="secondary" small>
            Make them now
          </Button>
        </Confirmed>
        <Confirmed
          label="Turn off"
          question="Signing in no longer asks for a code, and your recovery codes stop working."
          open={asked === "off"}
        >
          <Button name="intent" value="off" look="danger" small>
            Turn off now
          </Button>
        </Confirmed>
      </div>
    </>
  )
}
