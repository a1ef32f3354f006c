import type { Database } from "../../db/client.ts"
import { createStaff } from "../../db/factories.ts"
import type { Staff } from "../../lib/auth/staff.ts"

/** Another moderator, without a session. Only tests may: elsewhere `requireStaff` is the one maker. */
export async function asModerator(db: Database): Promise<Staff> {
  const { id, name, email, roles, authorId } = await createStaff(db, { roles: ["moderator"] })
  return { id, name, email, roles, authorId, sessionId: "none" } as unknown as Staff
}
