import "server-only"
import { z } from "zod"
import { staffRole } from "@/db/schema/staff"
import { newStaffEmail, staffEmail, staffName } from "@/lib/auth/input"
import { inviteStaff, listStaff, resetStaff } from "@/lib/staff/roster"
import { WrongUse } from "@/lib/wrong-use"

type Given = { words: string[]; options: { role?: string; name?: string } }

/**
 * Reads `npm run staff -- invite EMAIL --role ROLE --name NAME`, `reset EMAIL` or `list`, and answers what to do once
 * the database is open; that answers the exit code. Whoever can run it owns the machine, so no one is asked to sign in.
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
  "Write `npm run staff -- invite EMAIL --role ROLE --name NAME`, `npm run staff -- reset EMAIL` or `npm run staff -- list`."

function read({ words: [command, email], options: { role, name } }: Given): () => Promise<string> {
  const bare = role === undefined && name === undefined
  if (command === "list" && email === undefined && bare) return describeAll
  if (command === "reset" && email !== undefined && bare) {
    const known = parse(staffEmail, email)
    return () => reset(known)
  }
  if (command === "invite" && email !== undefined && role !== undefined && name !== undefined) {
    const person = { email: parse(newStaffEmail, email), name: parse(staffName, name), roles: rolesOf(role) }
    return () => invite(person)
  }
  throw new WrongUse(usage)
}

async function invite(person: Parameters<typeof inviteStaff>[0]): Promise<string> {
  const link = await inviteStaff(person)
  if (link === null)
    throw new WrongUse(
      `${person.email} is already on the staff; \`npm run staff -- reset ${person.email}\` makes a new link.`,
    )
  return `${person.name} can choose a password here, once, within 24 hours:\n${link}`
}

async function reset(email: string): Promise<string> {
  const made = await resetStaff(email)
  if (!made) throw new WrongUse(`Nobody on the staff has the address ${email}; \`list\` shows who has.`)
  const hours = made.hours === 1 ? "an hour" : `${made.hours} hours`
  return `The old password no longer works and every session has ended. A new one can be chosen here, once, within ${hours}:\n${made.link}`
}

async function describeAll(): Promise<string> {
  const people = await listStaff()
  if (people.length === 0) return "Nobody is on the staff yet."
  return people.map(({ email, name, roles, state }) => [email, name, roles, state].join("\t")).join("\n")
}

function rolesOf(text: string) {
  const known = staffRole.enumValues
  const roles = z
    .array(z.enum(known))
    .min(1)
    .safeParse([...new Set(text.split(",").map((r) => r.trim()))])
  if (!roles.success)
    throw new WrongUse(`--role is one of ${known.join(", ")}, or several with commas between.`)
  return roles.data
}

function parse<T>(schema: z.ZodType<T>, text: string): T {
  const result = schema.safeParse(text)
  if (!result.success) throw new WrongUse(result.error.issues[0]?.message ?? usage)
  return result.data
}
