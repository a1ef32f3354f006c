"use client"

import { notFound } from "next/navigation"
import { type ReactNode, useActionState } from "react"
import { UnsentText } from "@/components/comments/unsent-text"
import type { FormAction } from "@/components/ui/form-action"
import { idle } from "@/lib/form-state"

type Props = {
  action: FormAction
  page: string
  /** What everybody else finds there; without it there is no such page. */
  children?: ReactNode
}

/**
 * A reply whose comment went away while it was being written is shown to its author, with why it was not
 * posted. For everybody else there is no such page.
 */
export function LostReply({ action, page, children }: Props) {
  const [state] = useActionState(action, idle, `${page}#respond`)
  if (state.status === "idle") return children ?? notFound()
  return (
    <section id="respond" className="comment-page" tabIndex={-1}>
      <h1>Your reply was not posted</h1>
      <UnsentText state={state} field="comment" otherwise="" />
    </section>
  )
}
