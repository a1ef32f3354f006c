"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { requireSender } from "@/lib/auth/viewer"
import { againAddress, answerAddress } from "@/lib/moderation/bulk/answer"
import { decideBulk } from "@/lib/moderation/bulk/decide"
import { bulkInput } from "@/lib/moderation/bulk/input"
import { many } from "@/lib/moderation/bulk/messages"
import { noneLeft } from "@/lib/moderation/bulk/policy"
import { parseScope } from "@/lib/moderation/bulk/scope-input"
import { scopeWords } from "@/lib/moderation/bulk/scope-words"
import { undoBatch } from "@/lib/moderation/bulk/undo"
import { parseForm } from "@/lib/parse-form"

/**
 * Decides about what a preview showed, or takes such a decision back; leads to a page that says what became of it. The
 * frame of the desk counts what waits, and is rendered again with that page only where it is asked for.
 */
export async function decideBulkAction(form: unknown): Promise<void> {
  const staff = await requireSender(form, "comments.moderate")
  const input = parseForm(bulkInput, form)
  if (!input.ok) redirect("/desk/comments/bulk")

  if (input.value.decision === "undo") {
    const { batch, back } = input.value
    if (!staff) redirect(`/desk/comments/${back}?refused=another-person`)
    const outcome = await undoBatch(staff, batch)
    const undone = !outcome.ok ? outcome.reason : outcome.before ? "before" : "now"
    const left = outcome.ok ? outcome.left : noneLeft()
    refresh()
    redirect(`/desk/comments/${back}?${answerAddress({ done: batch, undone }, left)}`)
  }

  const { decision, reason, seen, scope } = input.value
  if (!staff) redirect(`/desk/comments/bulk?${againAddress(scope, decision, "another-person")}`)
  const outcome = await decideBulk(staff, {
    verdict: verdictOf[decision],
    reason: reason ?? "",
    seen,
    about: aboutOf(scope, seen.length),
  })

  if (!outcome.ok) redirect(`/desk/comments/bulk?${againAddress(scope, decision, outcome.reason)}`)
  const said: Record<string, string | number> =
    outcome.batchId === null ? { nothing: 1 } : { done: outcome.batchId }
  refresh()
  redirect(`/desk/comments/bulk?${answerAddress(said, outcome.left)}`)
}

const verdictOf = { approve: "approved", reject: "rejected", spam: "spam" } as const

/** The preview's own address says what was asked for; of a choice by hand only the number is kept. */
function aboutOf(address: string, count: number): string {
  const scope = parseScope(Object.fromEntries(new URLSearchParams(address)))
  return scope && scope.kind !== "chosen" ? scopeWords(scope) : many(count, "chosen comment")
}
