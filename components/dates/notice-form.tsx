"use client"

import { useActionState } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import { TextArea } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"
import { longestNotice } from "@/lib/posts/dates/limits"

type Props = {
  action: FormAction
  post: number
  notice: string
  /** Whether readers see the story now, so that it is withdrawn first. */
  isPublished: boolean
}

/** What readers find in place of a withdrawn story. */
export function NoticeForm({ action, post, notice, isPublished }: Props) {
  const [state, submit, busy] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="post" value={post} />
      <TextArea
        key={notice}
        name="notice"
        label="Notice"
        hint={
          isPublished
            ? "Readers will find these words at the story’s address. Leave empty to have it answer like an unknown one."
            : "Readers find these words at the story’s address. Without any it answers like an unknown one."
        }
        rows={4}
        defaultValue={notice}
        maxLength={longestNotice}
        state={state}
      />
      <Button
        name="intent"
        value={isPublished ? "withdraw" : "save"}
        look="secondary"
        className="self-start"
        disabled={busy}
      >
        {isPublished ? "Withdraw" : "Save notice"}
      </Button>
    </DeskForm>
  )
}
