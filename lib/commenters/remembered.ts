import "server-only"
import { and, eq, isNotNull } from "drizzle-orm"
import { cookies } from "next/headers"
import { database } from "@/db/client"
import { commenters } from "@/db/schema/commenters"
import { browserCookieName, readBrowser } from "@/lib/commenters/browser-cookie"

/**
 * Who this browser was proved to belong to, or `null`. It says nothing of what is typed: a comment counts as proved
 * only when the address typed has the same hash.
 */
export async function rememberedCommenter(): Promise<{ id: number; emailHash: Buffer } | null> {
  return findRemembered((await cookies()).get(browserCookieName())?.value)
}

/** The same for a cookie's value. One that was ended, whose address was erased, or that is not ours is nobody's. */
export async function findRemembered(
  value: string | undefined,
): Promise<{ id: number; emailHash: Buffer } | null> {
  const named = readBrowser(value)
  if (!named) return null
  const [row] = await database()
    .select({ id: commenters.id, emailHash: commenters.emailHash })
    .from(commenters)
    .where(
      and(eq(commenters.id, named.id), eq(commenters.epoch, named.epoch), isNotNull(commenters.provedAt)),
    )
  return row ?? null
}
