import { eq } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { staff } from "../../db/schema/staff.ts"
import type { Staff } from "../../lib/auth/staff.ts"

/**
 * A member of staff as whom the demo publication is made by the functions behind the desk's screens. Nobody has signed in
 * then, so there is no session to ask.
 */
export async function actAs(email: string): Promise<Staff> {
  const [row] = await database().select().from(staff).where(eq(staff.email, email))
  if (!row) throw new Error(`The demo publication has no ${email}.`)
  const { id, name, roles, authorId } = row
  return { id, name, email, roles, authorId, sessionId: "none", hasPasskey: false } as unknown as Staff
}
