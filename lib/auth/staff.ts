import type { staff } from "@/db/schema/staff"

export type Role = (typeof staff.$inferSelect)["roles"][number]

declare const made: unique symbol
declare const owned: unique symbol

/**
 * A signed-in member of staff. Only `lib/auth/viewer.ts` makes one, from the session's row, so a
 * function that takes a `Staff` cannot be called for a stranger: the compiler remembers the check.
 * The demo publication is made by one without a session (`server/boot/act-as.ts`).
 */
export type Staff = {
  readonly [made]: true
  readonly id: number
  readonly sessionId: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly authorId: number | null
  /** Whether they can prove who they are by a passkey. */
  readonly hasPasskey: boolean
}

/**
 * Somebody whose session may change how they sign in. Of somebody whose roles call for a second factor this is all that
 * their session may do until they have one: it is held back. Only `lib/auth/viewer.ts` makes one.
 */
export type AccountOwner = Omit<Staff, typeof made> & {
  readonly [owned]: true
  readonly isHeldBack: boolean
}

/** What can be asked of a role. The table below is the documentation of who may do what (ASVS 8.1.1). */
export type Permission =
  | "posts.write-own"
  | "posts.edit-all"
  | "posts.publish"
  | "pages.edit"
  | "media.upload"
  | "profiles.manage"
  | "comments.moderate"
  | "log.read"
  | "newsletter.manage"
  | "front-page.manage"
  | "tags.manage"
  | "staff.manage"
  | "settings.manage"

const grants: Record<Permission, readonly Role[]> = {
  "posts.write-own": ["writer", "editor", "admin"],
  "posts.edit-all": ["editor", "admin"],
  "posts.publish": ["editor", "admin"],
  "pages.edit": ["editor", "admin"],
  "media.upload": ["writer", "editor", "admin"],
  "profiles.manage": ["editor", "admin"],
  "comments.moderate": ["moderator", "admin"],
  "log.read": ["editor", "moderator", "admin"],
  "newsletter.manage": ["editor", "admin"],
  "front-page.manage": ["editor", "admin"],
  "tags.manage": ["editor", "admin"],
  "staff.manage": ["admin"],
  "settings.manage": ["admin"],
}

/** Whether any of a person's roles grants the permission. */
export function may(person: { roles: readonly Role[] }, permission: Permission): boolean {
  return grants[permission].some((role) => person.roles.includes(role))
}

/** The roles that grant a permission, for queries about many people. */
export function rolesThatMay(permission: Permission): readonly Role[] {
  return grants[permission]
}
