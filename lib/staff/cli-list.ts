import "server-only"
import { listStaff, mostListed } from "@/lib/staff/queries"
import type { StaffMember } from "@/lib/staff/types"

/** Everybody on the staff, one a line with tabs between. */
export async function describeStaff(): Promise<string> {
  const people = await listStaff("operator")
  if (people.length === 0) return "Nobody is on the staff yet."
  const lines = people
    .map((one) => [one.email, one.name, one.roles.join(","), stateOf(one)].join("\t"))
    .sort()
  if (people.length === mostListed) lines.push(`These are the first ${mostListed} by name.`)
  return lines.join("\n")
}

function stateOf({ state, hasPassword, seenAt, isNew }: StaffMember): string {
  if (state === "suspended") return "suspended"
  if (!hasPassword) return "has to choose a password"
  if (!seenAt) return isNew ? "has not signed in yet" : "not seen for a month or more"
  return `last seen ${seenAt.toISOString().slice(0, 16).replace("T", " ")} UTC`
}
