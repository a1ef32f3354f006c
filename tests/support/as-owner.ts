import type { Database } from "../../db/client.ts"
import { createStaff } from "../../db/factories.ts"
import { startSession } from "../../lib/auth/sessions.ts"
import type { AccountOwner } from "../../lib/auth/staff.ts"

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
