import { database } from "../../db/client.ts"
import { colleagues } from "../../db/demo/people.ts"
import { publication } from "../../db/demo/publication.ts"
import { settings } from "../../db/schema/settings.ts"
import { saveSettings } from "../../lib/settings/mutations.ts"
import { readSettings } from "../../lib/settings/shape.ts"
import { inviteStaff } from "../../lib/staff/invitations.ts"
import { becomeFirstAdmin, firstAdminLink, setPassword } from "../../lib/staff/setup.ts"
import { actAs } from "./act-as.ts"
import { done } from "./done.ts"

/** Has the first admin of the demo publication open it, name it, and invite the others, who join. */
export async function seedStaff(password: string): Promise<void> {
  const first = colleagues.find(({ role }) => role === "admin")
  if (!first) throw new Error("The demo publication has no admin.")
  done(await becomeFirstAdmin(tokenOf(await firstAdminLink()), { ...first, password }), "The first admin")
  const rows = await database().select({ key: settings.key, value: settings.value }).from(settings)
  const admin = await actAs(first.email)
  done(await saveSettings(admin, { ...readSettings(rows), ...publication }), "The settings")
  for (const { email, name, role } of colleagues) {
    if (email === first.email) continue
    const link = await inviteStaff({ email, name, roles: [role] })
    done(await setPassword(tokenOf(link), password, name), email)
  }
}

const tokenOf = (link: string | null) => link?.split("/").at(-1) ?? ""
