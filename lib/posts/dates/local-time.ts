import { momentsOf } from "@/lib/text/local-moment"

/** A time as a field of the kind `datetime-local` sends it, and which of two it is where the clocks show it twice. */
export type LocalTime = { local: string; turn: "" | "first" | "second" }

export type ReadTime = { ok: true; at: Date } | { ok: false; sentence: string }

/** Reads a time by the clocks of a zone; one that does not exist or exists twice is answered with a sentence. */
export function readLocalTime({ local, turn }: LocalTime, timeZone: string): ReadTime {
  const moments = momentsOf(local, timeZone)
  if (moments === null) return { ok: false, sentence: "Choose a day and a time." }
  const [first, second] = moments
  if (!first) {
    const sentence = "The clocks go forward then and skip this time. Choose an earlier or a later one."
    return { ok: false, sentence }
  }
  if (!second) return { ok: true, at: first }
  if (turn !== "") return { ok: true, at: turn === "first" ? first : second }
  const sentence = "The clocks go back then and show this time twice. Choose which of the two you mean."
  return { ok: false, sentence }
}
