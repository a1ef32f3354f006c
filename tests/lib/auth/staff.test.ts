import { expect, test } from "vitest"
import { may, type Permission, type Role } from "@/lib/auth/staff"

/** Who may do what, said a second time: a change of one must be a change of both. */
const matrix: Record<Permission, Record<Role, boolean>> = {
  "posts.write-own": { writer: true, editor: true, moderator: false, admin: true },
  "posts.edit-all": { writer: false, editor: true, moderator: false, admin: true },
  "media.upload": { writer: true, editor: true, moderator: false, admin: true },
  "profiles.manage": { writer: false, editor: true, moderator: false, admin: true },
  "posts.publish": { writer: false, editor: true, moderator: false, admin: true },
  "pages.edit": { writer: false, editor: true, moderator: false, admin: true },
  "comments.moderate": { writer: false, editor: false, moderator: true, admin: true },
  "log.read": { writer: false, editor: true, moderator: true, admin: true },
  "newsletter.manage": { writer: false, editor: true, moderator: false, admin: true },
  "front-page.manage": { writer: false, editor: true, moderator: false, admin: true },
  "tags.manage": { writer: false, editor: true, moderator: false, admin: true },
  "staff.manage": { writer: false, editor: false, moderator: false, admin: true },
  "settings.manage": { writer: false, editor: false, moderator: false, admin: true },
}

const rows = Object.entries(matrix) as [Permission, Record<Role, boolean>][]

for (const [permission, roles] of rows) {
  for (const [role, allowed] of Object.entries(roles) as [Role, boolean][]) {
    test(`a ${role} ${allowed ? "may" : "may not"} ${permission}`, () => {
      expect(may({ roles: [role] }, permission)).toBe(allowed)
    })
  }
}

test("someone with several roles may do what any of them may", () => {
  expect(may({ roles: ["writer", "moderator"] }, "comments.moderate")).toBe(true)
  expect(may({ roles: ["writer", "moderator"] }, "posts.publish")).toBe(false)
})

test("someone without a role may do nothing", () => {
  for (const [permission] of rows) expect(may({ roles: [] }, permission)).toBe(false)
})
