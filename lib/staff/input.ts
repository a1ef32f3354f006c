import "server-only"
import { z } from "zod"
import { emailBound, nameBound, newStaffEmail, staffEmail, staffName } from "@/lib/auth/input"
import { formSchema } from "@/lib/parse-form"
import { knownRoles, roleBoxBounds, roleBoxes, someRole, withRoles } from "@/lib/staff/role-boxes"
import { rowNumber } from "@/lib/text/row-number"

/** Somebody to invite. */
export const inviteInput = formSchema(
  z
    .object({ name: staffName, email: newStaffEmail, ...roleBoxes })
    .transform(withRoles)
    .refine(({ roles }) => roles.length > 0, someRole),
  { name: nameBound, email: emailBound, ...roleBoxBounds },
)

/** Other roles for somebody, and those that the form was rendered with. */
export const rolesInput = formSchema(
  z
    .object({
      member: rowNumber,
      seen: z.string().transform((roles) => knownRoles(roles.split(","))),
      ...roleBoxes,
    })
    .transform(withRoles)
    .refine(({ roles }) => roles.length > 0, someRole),
  { member: 100, seen: 100, ...roleBoxBounds },
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
