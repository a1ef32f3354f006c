import "server-only"
import type { z } from "zod"
import { newStaffEmail, staffEmail, staffName } from "@/lib/auth/input"
import { inviteFromCli, resetFromCli } from "@/lib/staff/cli-links"
import { describeStaff } from "@/lib/staff/cli-list"
import { nobodyHas } from "@/lib/staff/cli-refusals"
import { rolesFrom } from "@/lib/staff/cli-roles"
import { findMember } from "@/lib/staff/invitations"
import { staffRefusals } from "@/lib/staff/messages"
import { changeRoles, reactivate, suspend } from "@/lib/staff/mutations"
import type { StaffOutcome } from "@/lib/staff/types"
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
  if (command === "list" && email === undefined && bare) return describeStaff
  if (command === "role" && email !== undefined && more !== undefined && bare) {
    const [known, roles] = [parse(staffEmail, email), rolesFrom(more)]
    return () => act(known, (id) => changeRoles("operator", id, { roles }), `is now ${roles.join(", ")}`)
  }
  if (more !== undefined) throw new WrongUse(usage)
  const plain = onOne.get(command)
  if (plain && email !== undefined && bare) {
    const known = parse(staffEmail, email)
    return () => plain(known)
  }
  if (command === "invite" && email !== undefined && role !== undefined && name !== undefined) {
    const person = {
      email: parse(newStaffEmail, email),
      name: parse(staffName, name),
      roles: rolesFrom(role),
    }
    return () => inviteFromCli(person)
  }
  throw new WrongUse(usage)
}

const onOne = new Map<string | undefined, (email: string) => Promise<string>>([
  ["reset", resetFromCli],
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
  if (member === null) throw new WrongUse(nobodyHas(email))
  const outcome = await change(member.id)
  if (!outcome.ok)
    throw new WrongUse(outcome.reason === "unknown" ? nobodyHas(email) : staffRefusals[outcome.reason])
  return `${email} ${typeof done === "string" ? done : done(member.hasJoined)}.`
}

function parse<T>(schema: z.ZodType<T>, text: string): T {
  const result = schema.safeParse(text)
  if (!result.success) throw new WrongUse(result.error.issues[0]?.message ?? usage)
  return result.data
}
