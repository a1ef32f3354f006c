"use client"

import { type ReactNode, useActionState } from "react"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Props = {
  /** Names the form on its page, so that its answer is shown at its own place. */
  id: string
  heading: string
  action: FormAction
  token: string
  page: string
  label: string
  /** What the button stands for, where a form has two answers. */
  wish?: string
  children: ReactNode
}

/** A matter with a heading, a few words and one button. The answer stands above the button. */
export function ButtonForm({ id, heading, action, token, page, label, wish, children }: Props) {
  const [state, submit] = useActionState(action, idle, `${page}#${id}`)
  return (
    <section id={id} className="own-matter" tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{heading}</h2>
      {children}
      <FormMessage state={state} />
      {state.status === "done" ? null : (
        <form action={submit}>
          <input type="hidden" name="token" value={token} />
          <Button look="secondary" name="wish" value={wish}>
            {label}
          </Button>
        </form>
      )}
    </section>
  )
}
