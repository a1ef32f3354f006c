import type { Batch } from "@/lib/moderation/bulk/batches"

/** "412 comments were marked as spam." */
export function doneSentence({ action, decided }: Pick<Batch, "action" | "decided">): string {
  if (action === "banned") {
    const ban = "The ban stands."
    return decided === 0 ? ban : `${ban} ${were(decided)} marked as spam with it.`
  }
  if (action === "ban_lifted") return "The ban has ended."
  const done = action === "approved" ? "approved" : action === "rejected" ? "rejected" : "marked as spam"
  return `${were(decided)} ${done}.`
}

/** "Undone: 410 comments are as they were before." */
export function undoneSentence({
  action,
  restored,
  decided,
}: Pick<Batch, "action" | "restored" | "decided">): string {
  const are = `${many(restored, "comment")} ${restored === 1 ? "is as it was" : "are as they were"} before`
  if (action === "ban_lifted") return "The ban stands again."
  if (action === "banned") return decided === 0 ? "The ban was undone." : `The ban was undone, and ${are}.`
  return `Undone: ${are}.`
}

function were(count: number): string {
  return `${many(count, "comment")} ${count === 1 ? "was" : "were"}`
}

/** "1 comment", "1,204 comments". */
export function many(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`
}

/** The same everywhere, whatever locale the server or the browser has. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",")
}
