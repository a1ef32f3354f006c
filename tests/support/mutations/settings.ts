import { database } from "../../../db/client.ts"
import { settings } from "../../../db/schema/settings.ts"
import type { Staff } from "../../../lib/auth/staff.ts"
import { saveSettings } from "../../../lib/settings/mutations.ts"
import { readSettings, type Settings } from "../../../lib/settings/shape.ts"
import { inviteStaff } from "../../../lib/staff/invitations.ts"
import type { Mutation } from "./mutation.ts"

/** What admins do with the staff and the settings. */
export const settingMutations: Record<string, Mutation> = {
  "somebody is invited": (_, n) =>
    inviteStaff({ name: `New ${n}`, email: `new-${n}@example.org`, roles: ["writer", "moderator"] }),
  "the publication has another tagline": ({ ana }, n) => set(ana, { tagline: `Every ${n} days` }),
  "the newsletter has another pitch": ({ ana }, n) => set(ana, { newsletterPitch: `Letter ${n}.` }),
  "the publication has another accent colour": ({ ana }, n) =>
    set(ana, { accent: `#${(n + 1).toString(16).padStart(6, "0")}` }),
  "the publication has an imprint": ({ ana }, n) => set(ana, { imprint: `Printed on day ${n}.` }),
  "the publication has a contact address": ({ ana }, n) => set(ana, { contactEmail: `day-${n}@example.org` }),
  "a rule for links changes": ({ ana }, n) => set(ana, { commentLinksHeld: n % 50 }),
  "stories close after a week": ({ ana }) => set(ana, { commentsCloseAfterDays: 7 }),
  "stories do not close by age": ({ ana }) => set(ana, { commentsCloseAfterDays: 0 }),
  "a setting is saved as it is": ({ ana }) => set(ana, {}),
}

async function present(): Promise<Settings> {
  return readSettings(await database().select({ key: settings.key, value: settings.value }).from(settings))
}

async function set(staff: Staff, some: Partial<Settings>) {
  return saveSettings(staff, { ...(await present()), ...some })
}
