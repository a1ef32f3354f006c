import { randomBytes } from "node:crypto"
import { sql } from "drizzle-orm"
import type { Database } from "../../db/client.ts"
import { comments } from "../../db/schema/comments.ts"

const inOneGo = 500

/**
 * Fills a story's thread with approved comments: one in seven begins a conversation, a third of the answers are in the
 * first one, and half of the answers answer the one just before, so that conversations run deep. Always the same shape.
 */
export async function fillThread(
  db: Database,
  postId: number,
  count: number,
): Promise<{ id: number; path: number[] }[]> {
  const numbers = await db.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence('comments', 'id')) as id from generate_series(1, ${count}::int)`,
  )
  const placed: { id: number; path: number[] }[] = []
  const tops: { id: number; path: number[] }[] = []
  const last = new Map<number, { id: number; path: number[] }>()
  const chance = chances(count)
  for (const { id: number } of numbers) {
    const id = Number(number)
    let path = [id]
    if (tops.length > 0 && placed.length % 7 !== 0) {
      const top = chance() < 1 / 3 ? tops[0] : tops[Math.floor(chance() * tops.length)]
      const before = top && last.get(top.id)
      const parent = chance() < 0.5 && before ? before : top
      path = [...(parent?.path ?? []).slice(0, 59), id]
    }
    const comment = { id, path }
    if (path.length === 1) tops.push(comment)
    last.set(path[0] ?? id, comment)
    placed.push(comment)
  }
  for (let at = 0; at < placed.length; at += inOneGo) {
    await db.insert(comments).values(
      placed.slice(at, at + inOneGo).map(({ id, path }) => ({
        id,
        postId,
        parentId: path.at(-2) ?? null,
        path,
        status: "approved" as const,
        name: `Reader ${id}`,
        body: `Thought ${id}: ${"we walked there on Sunday, and the children liked it. ".repeat(1 + (id % 7))}`,
        emailSealed: randomBytes(48),
        emailHash: randomBytes(32),
        fingerprint: randomBytes(32),
      })),
    )
  }
  return placed
}

/** Numbers from 0 to 1 that look random and are always the same for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
