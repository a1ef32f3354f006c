"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { anotherPerson } from "@/lib/auth/messages"
import { requireSender } from "@/lib/auth/viewer"
import { type FormState, refused } from "@/lib/form-state"
import { banInput, banListInput } from "@/lib/moderation/bans/input"
import { addBan, liftBan, undoBan, undoLift } from "@/lib/moderation/bans/mutations"
import type { BanRefusal } from "@/lib/moderation/bans/types"
import { answerAddress } from "@/lib/moderation/bulk/answer"
import { noneLeft } from "@/lib/moderation/bulk/policy"
import { parseForm } from "@/lib/parse-form"

/**
 * Bans somebody and leads to the list, where the ban can be taken back. What waited for a decision can be spam by it: the
 * frame counts again.
 */
export async function banAction(_: FormState, form: unknown): Promise<FormState> {
  const staff = await requireSender(form, "comments.moderate")
  if (!staff) return refused(form, { message: anotherPerson })
  const input = parseForm(banInput, form)
  if (!input.ok) return refused(form, input)

  const outcome = await addBan(staff, input.value)
  if (!outcome.ok) return refused(form, { message: refusals[outcome.reason] })

  refresh()
  redirect(`/desk/comments/bans?done=${outcome.batchId}`)
}

/** Ends a ban, lets it stand again, or takes it back. */
export async function banListAction(form: unknown): Promise<void> {
  const staff = await requireSender(form, "comments.moderate")
  if (!staff) redirect("/desk/comments/bans?refused=another-person")
  const input = parseForm(banListInput, form)
  if (!input.ok) redirect("/desk/comments/bans")

  const { intent, ban } = input.value
  if (intent === "lift") {
    const lifted = await liftBan(staff, ban)
    const said: Record<string, string | number> =
      lifted.ok && lifted.batchId !== null ? { done: lifted.batchId } : { nothing: 1 }
    redirect(`/desk/comments/bans?${answerAddress(said, noneLeft())}`)
  }
  const outcome = await (intent === "undo" ? undoBan : undoLift)(staff, ban)
  if (!outcome.ok) redirect(`/desk/comments/bans?${answerAddress({ undone: outcome.reason }, noneLeft())}`)
  const { batchId, before, left } = outcome
  const undone = before ? "before" : "now"
  refresh()
  redirect(`/desk/comments/bans?${answerAddress({ done: batchId, undone }, left)}`)
}

const refusals: Record<BanRefusal, string> = {
  "not-allowed": "Your roles do not include moderation.",
  gone: "That comment is not there any more, or its author has deleted it, so it tells nothing of them. Type whom you mean.",
  "no-network": "Where that comment came from is no longer kept. Ban the address or the name instead.",
  already: "There is such a ban already. To change how long it lasts, end that one first.",
}
