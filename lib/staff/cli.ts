import "server-only"
import { z } from "zod"
import { staffRole } from "@/db/schema/staff"
import { newStaffEmail, staffEmail, staffName } from "@/lib/auth/input"
import { linkHours } from "@/lib/auth/staff-links"
import { findMember, inviteStaff, resetStaff } from "@/lib/staff/invitations"
import { staffRefusals } from "@/lib/staff/messages"
import { changeRoles, reactivate, suspend } from "@/lib/staff/mutations"
import { listStaff, mostListed } from "@/lib/staff/queries"
import type { StaffMember, StaffOutcome } from "@/lib/staff/types"
import { WrongUse } from "@/lib/wrong-use"

type Given = { words: string[]; options: { role?: string; name?: string } }

/**
 * Reads what stands after `npm run staff`, and answers what to do once the database is open; that answers the exit code. The operator owns the machine, so no one is asked to sign in.
 * @throws {WrongUse}
 */
export function readStaffCommand(given: Given): () => Promise<number> {
  const run = read(given)
  return async () => {
    process.stdout.write(`${await run()}\n`)
    return 0
  }
}

const usage =
  "Write `npm run staff -- invite EMAIL --role ROLE --name NAME`, `list`, or `reset`, `role`, `suspend` or `reactivate` with an email; `npm run staff -- --help` tells more."

function read({ words: [command, email, more], options: { role, name } }: Given): () => Promise<string> {
  const bare = role === undefined && name === undefined
  if (command === "list" && email === undefined && bare) return describeAll
  if (command === "role" && email !== undefined && more !== undefined && bare) {
    const [known, roles] = [parse(staffEmail, email), rolesOf(more)]
    return () => act(known, (id) => changeRoles("operator", id, { roles }), `is now ${roles.join(", ")}`)
  }
  if (more !== undefined) throw new WrongUse(usage)
  const plain = onOne.get(command)
  if (plain && email !== undefined && bare) {
    const known = parse(staffEmail, email)
    return () => plain(known)
  }
  if (command === "invite" && email !== undefined && role !== undefined && name !== undefined) {
    const person = { email: parse(newStaffEmail, email), name: parse(staffName, name), roles: rolesOf(role) }
    return () => invite(person)
  }
  throw new WrongUse(usage)
}

const onOne = new Map<string | undefined, (email: string) => Promise<string>>([
  ["reset", reset],
  ["suspend", (email) => act(email, (id) => suspend("operator", id), suspended)],
  ["reactivate", (email) => act(email, (id) => reactivate("operator", id), "can sign in again")],
])

function suspended(hasJoined: boolean): string {
  return hasJoined
    ? "is suspended, and every session has ended"
    : "had only been invited; the invitation is withdrawn, and its link no longer works"
}

async function act(
  email: string,
  change: (id: number) => Promise<StaffOutcome>,
  done: string | ((hasJoined: boolean) => string),
): Promise<string> {
  const member = await findMember(email)
  if (member === null) throw new WrongUse(nobody(email))
  const outcome = await change(member.id)
  if (!outcome.ok)
    throw new WrongUse(outcome.reason === "unknown" ? nobody(email) : staffRefusals[outcome.reason])
  return `${email} ${typeof done === "string" ? done : done(member.hasJoined)}.`
}

function nobody(email: string): string {
  return `Nobody on the staff has the address ${email}; \`list\` shows who has.`
}

async function invite(person: Parameters<typeof inviteStaff>[0]): Promise<string> {
  const link = await inviteStaff(person)
  if (link === null)
    throw new WrongUse(
      `${person.email} is already on the staff; \`npm run staff -- reset ${person.email}\` makes a new link.`,
    )
  return `${person.name} can choose a password here, once, within ${linkHours.invite} hours:\n${link}`
}

async function reset(email: string): Promise<string> {
  const made = await resetStaff(email)
  if (!made.ok) throw new WrongUse(resetRefusals[made.reason](email))
  const hours = made.hours === 1 ? "an hour" : `${made.hours} hours`
  const ended = made.hadFactors
    ? "The old password, every passkey and the authenticator app no longer work"
    : "The old password no longer works"
  return `${ended}, and every session has ended. A new password can be chosen here, once, within ${hours}:\n${made.link}`
}

const resetRefusals = {
  unknown: nobody,
  suspended: (email: string) => `${email} is suspended. Run \`npm run staff -- reactivate ${email}\` first.`,
  withdrawn: (email: string) =>
    `The invitation of ${email} was withdrawn. Run \`npm run staff -- invite ${email} --role ROLE --name NAME\` to invite them again.`,
}

async function describeAll(): Promise<string> {
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

function rolesOf(text: string) {
  const known = staffRole.enumValues
  const roles = z
    .array(z.enum(known))
    .min(1)
    .safeParse([...new Set(text.split(",").map((r) => r.trim()))])
  if (!roles.success)
    throw new WrongUse(`A role is one of ${known.join(", ")}, or several with commas between.`)
  return roles.data
}

function parse<T>(schema: z.ZodType<T>, text: string): T {
  const result = schema.safeParse(text)
  if (!result.success) throw new WrongUse(result.error.issues[0]?.message ?? usage)
  return result.data
}
