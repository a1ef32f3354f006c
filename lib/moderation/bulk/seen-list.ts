import type { Seen } from "@/lib/moderation/decisions/types"

/**
 * What a preview showed, for the form under it: each comment's number as the distance from the one before, the
 * version of its text, and the decision that stood, all in base 36. Five thousand comments are about 50 kB.
 */
export function encodeSeen(list: readonly Seen[]): string {
  let before = 0
  return [...list]
    .sort((a, b) => a.id - b.id)
    .map(({ id, version, standing }) => {
      const parts = [id - before, version, standing ?? 0]
      before = id
      return parts.map((part) => part.toString(36)).join(".")
    })
    .join("_")
}

/** Reads what `encodeSeen` wrote, or `null` when it wrote no such thing. */
export function decodeSeen(text: string): Seen[] | null {
  const list: Seen[] = []
  let id = 0
  for (const entry of text.split("_")) {
    const [, distance = "", version = "", standing = ""] = form.exec(entry) ?? []
    if (!distance) return null
    id += Number.parseInt(distance, 36)
    const decision = Number.parseInt(standing, 36)
    const seen = { id, version: Number.parseInt(version, 36), standing: decision || null }
    if (!Number.isSafeInteger(id) || !Number.isSafeInteger(decision) || seen.version > 2_147_483_647)
      return null
    list.push(seen)
  }
  return list
}

const form = /^([1-9a-z][0-9a-z]{0,10})\.([1-9a-z][0-9a-z]{0,6})\.(0|[1-9a-z][0-9a-z]{0,10})$/
