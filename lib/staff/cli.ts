import "server-only"
import { parseArgs } from "node:util"
import { z } from "zod"
import { staffRole } from "@/db/schema/staff"
import { staffEmail, staffName } from "@/lib/auth/input"
import { inviteStaff, listStaff, resetStaff } from "@/lib/staff/roster"

/**
 * `npm run staff -- invite EMAIL --role ROLE --name NAME`, `reset EMAIL` or `list`. Answers the exit code;
 * whoever can run it owns the machine, so no one is asked to sign in.
 */
export async function staffCommand(args: string[]): Promise<number> {
  try {
    say(await run(args))
    return 0
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

class WrongUse extends Error {}

const usage =
  "Write `npm run staff -- invite EMAIL --role ROLE --name NAME`, `npm run staff -- reset EMAIL` or `npm run staff -- list`."

async function run(args: string[]): Promise<string> {
  const { command, email, role, name, extra } = read(args)
  if (command === "list" && email === undefined) return describeAll()
  if (command === "reset" && email !== undefined && !extra) return reset(parse(staffEmail, email))
  if (command === "invite" && email !== undefined && !extra) {
    if (role === undefined || name === undefined) throw new WrongUse(usage)
    return invite({ email: parse(staffEmail, email), name: parse(staffName, name), roles: rolesOf(role) })
  }
  throw new WrongUse(usage)
}

function read(args: string[]) {
  const options = { role: { type: "string", multiple: true }, name: { type: "string" } } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [command, email, ...rest] = positionals
    return { command, email, role: values.role?.join(","), name: values.name, extra: rest.length > 0 }
  } catch {
    throw new WrongUse(usage)
  }
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

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
