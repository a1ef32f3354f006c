import type { Role } from "@/lib/auth/staff"
import type { StaffRefusal } from "@/lib/staff/types"

/** Each role with what it opens, in the order in which they are offered. */
export const roleWords: Record<Role, { label: string; does: string }> = {
  writer: { label: "Writer", does: "Writes stories, uploads pictures, and submits stories for review." },
  editor: {
    label: "Editor",
    does: "Edits and publishes everyone’s stories, and the pages about the publication.",
  },
  moderator: { label: "Moderator", does: "Decides about comments and bans." },
  admin: { label: "Admin", does: "Does all of this, manages the staff and changes the settings." },
}

export function rolesInWords(roles: readonly Role[]): string {
  return roles.map((role) => roleWords[role].label).join(", ")
}

/** What somebody signs in with, as an admin reads it. */
export function factorsInWords({ hasTotp, passkeys }: { hasTotp: boolean; passkeys: number }): string {
  const factors = [
    ...(hasTotp ? ["an authenticator app"] : []),
    ...(passkeys > 0 ? [passkeys === 1 ? "a passkey" : `${passkeys} passkeys`] : []),
  ]
  return factors.length > 0 ? `Has ${factors.join(" and ")}.` : "Has no second factor."
}

export const staffRefusals: Record<StaffRefusal, string> = {
  "not-allowed": "Your roles do not let you manage the staff.",
  unknown: "Nobody on the staff is meant by this any more. Reload the page.",
  joined: "They have joined the staff, so their invitation is used. Reload the page.",
  "not-joined": "They have not joined yet, so there are no sessions to end.",
  changed: "Their roles were changed after you opened this page. Reload it to see the roles they have now.",
  "last-admin": "This is the only admin, and there has to be one. Make somebody else an admin first.",
  yourself: "You cannot suspend yourself. Ask another admin.",
  "own-factors": "Remove your own passkeys and authenticator app in your account.",
  "no-factors": "They have neither a passkey nor an authenticator app. Reload the page.",
  already: "Somebody with this address is on the staff already.",
  "too-many": "Too many invitations were sent within an hour. Try again later.",
}

/** What a press did. */
export const memberDone = {
  suspend: "Done. Nobody gets in with this account or its links any more.",
  reactivate: "They can sign in again.",
  withdraw: "The invitation is withdrawn. Its link no longer works.",
  resend: "Another invitation is on its way.",
  "end-sessions": "They are signed out everywhere.",
  "remove-factors": "Done. They are signed out everywhere, and sign in with their password alone.",
}

/** What signing oneself out elsewhere did. */
export function ownSessionDone({ others, ended }: { others: boolean; ended: boolean }): string {
  if (others) return ended ? "Signed out everywhere else." : "You are not signed in anywhere else."
  return ended ? "Signed out there." : "That session has already ended."
}
