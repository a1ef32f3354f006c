import "server-only"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { staff } from "@/db/schema/staff"

/** Gives somebody an address; `false` where a colleague has it, or gets it at the same moment. */
export async function takeAddress(
  tx: Transaction,
  { id, email }: { id: number; email: string },
): Promise<boolean> {
  try {
    await tx.transaction((inner) => inner.update(staff).set({ email }).where(eq(staff.id, id)))
    return true
  } catch (error) {
    const uniqueViolation = "23505"
    if (error instanceof Error && Object(error.cause).code === uniqueViolation) return false
    throw error
  }
}
