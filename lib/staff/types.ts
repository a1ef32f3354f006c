import type { Role, Staff } from "@/lib/auth/staff"

/** Who manages the staff: an admin, or the operator at the server's terminal, who owns the machine. */
export type Actor = Staff | "operator"

export type StaffMember = {
  id: number
  name: string
  email: string
  roles: Role[]
  state: "active" | "invited" | "suspended"
  /** The last visit of the past month, as far as sessions are kept. */
  seenAt: Date | null
  /** Whether they joined within that month. */
  isNew: boolean
  /** Until when the invitation that was mailed last can be used. */
  inviteEndsAt: Date | null
  /** Whether there is a password; an operator's `reset` takes it away until another is chosen. */
  hasPassword: boolean
  /** What they can sign in with beside a password. */
  hasTotp: boolean
  passkeys: number
}

/** Why an act on a member of staff was refused. */
export type StaffRefusal =
  | "not-allowed"
  | "unknown"
  | "joined"
  | "not-joined"
  | "changed"
  | "last-admin"
  | "yourself"
  | "own-factors"
  | "no-factors"
  | "already"
  | "too-many"

export type StaffOutcome = { ok: true } | { ok: false; reason: StaffRefusal }
