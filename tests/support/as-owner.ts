import type { Database } from "../../db/client.ts"
import { createStaff } from "../../db/factories.ts"
import { startSession } from "../../lib/auth/sessions.ts"
import type { AccountOwner, Staff } from "../../lib/auth/staff.ts"

/** Makes somebody who is signed in, as one who changes how they sign in. Only tests may: elsewhere it is `requireOwner`. */
export async function createOwner(
  db: Database,
  fields: Parameters<typeof createStaff>[1] = {},
): Promise<AccountOwner> {
  const { id, name, email, roles, authorId } = await createStaff(db, fields)
  const sessionId = await startSession(id)
  const person = { id, name, email, roles, authorId, sessionId, hasPasskey: false, isHeldBack: false }
  return person as unknown as AccountOwner
}

/** The same session, as long as it lacks the second factor that its owner's roles call for. */
export function heldBack(owner: AccountOwner): AccountOwner {
  return { ...owner, isHeldBack: true }
}

/** The same with an open session, as somebody who uses the desk. */
export async function createSignedIn(
  db: Database,
  fields: Parameters<typeof createStaff>[1] = {},
): Promise<Staff> {
  const { isHeldBack: _, ...person } = await createOwner(db, fields)
  return person as unknown as Staff
}
