import "server-only"
import { eq } from "drizzle-orm"
import { database } from "@/db/client"
import { staff } from "@/db/schema/staff"
import { countGuess, forgiveGuesses, type Guess } from "@/lib/auth/guess-limits"
import { verifyPassword } from "@/lib/auth/password"

export type SignInAnswer =
  | { ok: true; staffId: number; passwordHash: string }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "too-many"; retryAfterSeconds: number }

/**
 * Judges one try to sign in. Limits first; then the same steps for every address, so that neither the
 * answer nor its time tells whether someone works here.
 */
export async function checkPassword({
  password,
  ...guess
}: Guess & { password: string }): Promise<SignInAnswer> {
  const counted = await countGuess(guess)
  if (!counted.ok) return { ...counted, reason: "too-many" }

  const [person] = await database().select().from(staff).where(eq(staff.email, guess.email))
  const active = person?.disabledAt === null ? person : undefined
  const fits = await verifyPassword(active?.passwordHash, password)
  if (!active?.passwordHash || !fits) return { ok: false, reason: "wrong" }

  await forgiveGuesses(guess)
  return { ok: true, staffId: active.id, passwordHash: active.passwordHash }
}
