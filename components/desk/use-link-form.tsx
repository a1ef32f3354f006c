"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

/** The one button of a mailed link: only a press uses it, since mail scanners open links. */
export function UseLinkForm({ action, token, label }: { action: FormAction; token: string; label: string }) {
  const [state, submit] = useActionState(action, idle)
  return (
    <form action={submit} className="flex flex-col gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      <Button className="self-start">{label}</Button>
    </form>
  )
}
