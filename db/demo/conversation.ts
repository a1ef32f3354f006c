/** One comment with its replies, as the demo's files write it down. */
export type DemoComment = { name: string; text: string; replies: DemoComment[]; daysLater?: number }

export function said(name: string, text: string, ...replies: DemoComment[]): DemoComment {
  return { name, text, replies }
}

/** The same comment, said at least so many days after the one it answers. */
export function later(daysLater: number, comment: DemoComment): DemoComment {
  return { ...comment, daysLater }
}

/** A comment laid out in time: `parent` is the position of the one it answers. */
export type DemoPlace = { name: string; text: string; at: Date; parent: number | null }

/**
 * Spreads a conversation between two moments: many comments soon after the story, fewer later, each
 * reply after what it answers. Always the same for the same words, and parents come before replies.
 */
export function layOut(thread: DemoComment[], from: Date, until: Date): DemoPlace[] {
  const placed: DemoPlace[] = []
  for (const [index, top] of thread.entries()) {
    const share = ((index + 0.4 + 0.5 * chance(top.text)) / thread.length) ** 1.8
    place(top, null, between(from, until, 0.01 + 0.9 * share))
  }
  return placed

  function place(one: DemoComment, parent: number | null, at: Date): void {
    const position = placed.push({ name: one.name, text: one.text, at: awake(at, until), parent }) - 1
    let last = at
    for (const reply of one.replies) {
      const waited = new Date(at.getTime() + (reply.daysLater ?? 0) * 86_400_000)
      const earliest = waited > last && waited < until ? waited : last
      last = between(earliest, until, 0.004 + 0.1 * chance(reply.text) ** 2)
      place(reply, position, last)
    }
  }
}

/** Moves a moment out of the night without changing the order of any two; the last day stays as it is. */
function awake(at: Date, until: Date): Date {
  const midnight = new Date(at).setUTCHours(0, 0, 0, 0)
  if (midnight === new Date(until).setUTCHours(0, 0, 0, 0)) return at
  const [getUp, goToBed] = [6.5 * 3_600_000, 23.5 * 3_600_000]
  return new Date(midnight + getUp + ((at.getTime() - midnight) * (goToBed - getUp)) / 86_400_000)
}

function between(from: Date, until: Date, share: number): Date {
  return new Date(from.getTime() + (until.getTime() - from.getTime()) * share)
}

/** A number from 0 to 1 that looks random and is always the same for the same text (FNV-1a). */
function chance(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0) / 2 ** 32
}
