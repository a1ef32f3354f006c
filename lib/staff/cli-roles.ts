import "server-only"
import { z } from "zod"
import { staffRole } from "@/db/schema/staff"
import { WrongUse } from "@/lib/wrong-use"

/**
 * Roles with commas between them.
 * @throws {WrongUse}
 */
export function rolesFrom(text: string) {
  const known = staffRole.enumValues
  const roles = z
    .array(z.enum(known))
    .min(1)
    .safeParse([...new Set(text.split(",").map((r) => r.trim()))])
  if (!roles.success)
    throw new WrongUse(`A role is one of ${known.join(", ")}, or several with commas between.`)
  return roles.data
}
