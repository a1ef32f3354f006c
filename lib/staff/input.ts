import "server-only"
import { z } from "zod"
import { staffRole } from "@/db/schema/staff"
import { emailBound, nameBound, newStaffEmail, staffEmail, staffName } from "@/lib/auth/input"
import type { Role } from "@/lib/auth/staff"
import { formSchema } from "@/lib/parse-form"
import { rowNumber } from "@/lib/text/row-number"

const box = z.string().optional()

/** A box for each role; what else a form may name is not read. */
const boxes = { writer: box, editor: box, moderator: box, admin: box }

const boxBounds = { writer: 100, editor: 100, moderator: 100, admin: 100 }

type Boxes = { [role in Role]?: string | undefined }

function withRoles<T extends Boxes>({ writer, editor, moderator, admin, ...rest }: T) {
  const ticked = Object.entries({ writer, editor, moderator, admin }).filter(([, value]) => value === "on")
  return { ...rest, roles: ticked.map(([role]) => role as Role) }
}

const someRole = {
  error: "Choose one role or more.",
  path: ["roles"],
}

function knownRoles(words: string[]): Role[] {
  return staffRole.enumValues.filter((role) => words.includes(role))
}

/** Somebody to invite. */
export const inviteInput = formSchema(
  z
    .object({ name: staffName, email: newStaffEmail, ...boxes })
    .transform(withRoles)
    .refine(({ roles }) => roles.length > 0, someRole),
  { name: nameBound, email: emailBound, ...boxBounds },
)

/** Other roles for somebody, and those that the form was rendered with. */
export const rolesInput = formSchema(
  z
    .object({
      member: rowNumber,
      seen: z.string().transform((roles) => knownRoles(roles.split(","))),
      ...boxes,
    })
    .transform(withRoles)
    .refine(({ roles }) => roles.length > 0, someRole),
  { member: 100, seen: 100, ...boxBounds },
)

/** A button beside somebody's name. */
export const memberInput = formSchema(
  z.object({
    member: rowNumber,
    intent: z.enum(["suspend", "withdraw", "reactivate", "resend", "end-sessions", "remove-factors"]),
  }),
  { member: 100, intent: 100 },
)

/** A mailed link that somebody asks for who is not signed in. */
export const linkRequestInput = formSchema(
  z.object({ email: staffEmail, purpose: z.enum(["sign_in", "reset"]) }),
  { email: emailBound, purpose: 100 },
)

/** One's own name. */
export const ownNameInput = formSchema(z.object({ name: staffName }), { name: nameBound })

/** One's own new address. */
export const ownEmailInput = formSchema(z.object({ email: newStaffEmail }), { email: emailBound })

/** One of one's own sessions, or all the others. */
export const ownSessionInput = formSchema(z.object({ session: z.union([z.literal("others"), z.uuid()]) }), {
  session: 100,
})
