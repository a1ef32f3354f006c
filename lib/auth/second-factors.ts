import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { needsSecondFactor, type SecondFactorRule, secondFactorRules } from "@/lib/auth/second-factor-rule"
import type { Role } from "@/lib/auth/staff"

/** The setting as a column of a query; `ruleOf` reads it. */
export const storedRule: SQL<string | null> = sql<
  string | null
>`(select value #>> '{}' from settings where key = 'secondFactorFor')`

export function ruleOf(stored: string | null): SecondFactorRule {
  return secondFactorRules.find((rule) => rule === stored) ?? "nobody"
}

/** What somebody has set up, and whether their roles have to. */
export type SecondFactors = { hasTotp: boolean; passkeys: number; isNeeded: boolean }

/** Reads them; inside a transaction that has locked the person, they stay as they are. */
export async function getSecondFactors(
  db: Queryable,
  { id, roles }: { id: number; roles: readonly Role[] },
): Promise<SecondFactors> {
  const [row] = await db.execute<{ rule: string | null; hasTotp: boolean; passkeys: number }>(sql`
    select ${storedRule} as rule,
      exists (select from totp_secrets where staff_id = ${id} and confirmed_at is not null) as "hasTotp",
      (select count(*)::int from passkeys where staff_id = ${id}) as passkeys`)
  if (!row) throw new Error("The database gave no row back.")
  const { rule, hasTotp, passkeys } = row
  return { hasTotp, passkeys, isNeeded: needsSecondFactor(ruleOf(rule), roles) }
}

/**
 * Whether a password or a mailed link is only the first step. Passkeys alone call for a second one where the
 * publication does: otherwise they are there for convenience, and not on every device.
 */
export function asksSecondStep({ hasTotp, passkeys, isNeeded }: SecondFactors): boolean {
  return hasTotp || (isNeeded && passkeys > 0)
}
