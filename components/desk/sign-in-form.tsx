"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Props = {
  action: FormAction
  /** The page of the desk that was asked for. */
  next: string
}

export function SignInForm({ action, next }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <form action={submit} className="flex flex-col gap-5">
      <FormMessage state={state} />
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        required
        state={state}
        dir="ltr"
      />
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        required
        state={state}
      />
      <input type="hidden" name="next" value={next} />
      <Button className="self-start">Sign in</Button>
      <p className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
        <a href="/sign-in/link?for=reset" className={link}>
          Forgot password?
        </a>
        <a href="/sign-in/link" className={link}>
          Email me a sign-in link
        </a>
      </p>
    </form>
  )
}

const link = "inline-flex min-h-6 items-center text-accent underline underline-offset-2"
