import type { Role } from "@/lib/auth/staff"

/** Of whom the publication asks a second factor. */
export const secondFactorRules = ["nobody", "admins", "editors", "everybody"] as const

export type SecondFactorRule = (typeof secondFactorRules)[number]

const asked: Record<SecondFactorRule, readonly Role[]> = {
  nobody: [],
  admins: ["admin"],
  editors: ["editor", "admin"],
  everybody: ["writer", "editor", "moderator", "admin"],
}

/** Whether somebody with these roles has to have a second factor. */
export function needsSecondFactor(rule: SecondFactorRule, roles: readonly Role[]): boolean {
  return asked[rule].some((role) => roles.includes(role))
}

/** How the desk names them. */
export const secondFactorRuleWords: Record<SecondFactorRule, string> = {
  nobody: "Nobody: everyone decides for themselves",
  admins: "Admins",
  editors: "Editors and admins",
  everybody: "Everybody on the staff",
}
