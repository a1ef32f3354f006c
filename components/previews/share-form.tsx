"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { MadeLink } from "@/components/previews/made-link"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/field"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"
import type { ShareState } from "@/lib/posts/preview-links/types"

type Props = { action: (state: ShareState, form: FormData) => Promise<ShareState>; post: number }

/** Makes a preview link, and shows it this once. */
export function ShareForm({ action, post }: Props) {
  const [state, submit, busy] = useActionState(action, idle as ShareState)
  const answer = state.status === "shared" ? idle : state
  return (
    <DeskForm action={submit} className="flex flex-col gap-5">
      {state.status === "shared" ? <MadeLink message={state.message} link={state.link} /> : null}
      <FormMessage state={answer} />
      <input type="hidden" name="post" value={post} />
      <Select name="days" label="The link works for" defaultValue="7" state={answer}>
        <option value="1">1 day</option>
        <option value="7">7 days</option>
        <option value="30">30 days</option>
      </Select>
      <Button className="self-start" disabled={busy}>
        Make a link
      </Button>
    </DeskForm>
  )
}
