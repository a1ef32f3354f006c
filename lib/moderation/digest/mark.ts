/** What somebody was told before: up to which comment, and when. */
export type DigestMark = { upTo: number; at: Date | null }

/** How a delivery remembers what was told before it. */
export function serializeMark({ upTo, at }: DigestMark): Record<string, string> {
  return { upTo: String(upTo), ...(at ? { at: at.toISOString() } : {}) }
}

/** Reads what `serializeMark` wrote. */
export function readMark(content: Record<string, string>): DigestMark {
  return { upTo: Number(content.upTo ?? 0), at: content.at ? new Date(content.at) : null }
}
