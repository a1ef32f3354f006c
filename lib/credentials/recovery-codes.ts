import "server-only"
import { randomBytes } from "node:crypto"
import { hashRaw } from "@node-rs/argon2"
import { and, eq, isNull, sql } from "drizzle-orm"
import { database, type Queryable, type Transaction } from "@/db/client"
import { recoveryCodes } from "@/db/schema/credentials"
import { newRecoveryCode, recoveryCodeIn } from "@/lib/credentials/recovery-code-text"

const count = 10

/** Ten new codes, and the rows that know them again. They are hashed like passwords, since they are short (ASVS 6.5.2). */
export async function makeRecoveryCodes(staffId: number) {
  const codes = Array.from({ length: count }, newRecoveryCode)
  const salt = randomBytes(16)
  const rows = await Promise.all(
    codes.map(async (code) => ({ staffId, salt, codeHash: await hashCode(code, salt) })),
  )
  return { codes, rows }
}

/** Puts them in the place of those that somebody had. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  staffId: number,
  rows: (typeof recoveryCodes.$inferInsert)[],
): Promise<void> {
  await endRecoveryCodes(tx, staffId)
  await tx.insert(recoveryCodes).values(rows)
}

export async function endRecoveryCodes(tx: Transaction, staffId: number): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId))
}

/** The hash of what was typed, beside which a person's codes are looked up; `null` for somebody who has none. */
export async function hashTypedCode(staffId: number, typed: string): Promise<Buffer | null> {
  const [row] = await database()
    .select({ salt: recoveryCodes.salt })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.staffId, staffId))
    .limit(1)
  return row ? hashCode(recoveryCodeIn(typed), row.salt) : null
}

/** Uses a code up; of several tries at once one gets it. Answers how many are left, or `null`. */
export async function takeRecoveryCode(
  tx: Queryable,
  { staffId, codeHash }: { staffId: number; codeHash: Buffer },
): Promise<number | null> {
  const isUnused = and(eq(recoveryCodes.staffId, staffId), isNull(recoveryCodes.usedAt))
  const [taken] = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(and(isUnused, eq(recoveryCodes.codeHash, codeHash)))
    .returning({ id: recoveryCodes.id })
  return taken ? tx.$count(recoveryCodes, isUnused) : null
}

function hashCode(code: string, salt: Buffer): Promise<Buffer> {
  return hashRaw(code, { memoryCost: 19_456, timeCost: 2, parallelism: 1, salt })
}
