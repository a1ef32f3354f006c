import "server-only"
import { linkHours } from "@/lib/auth/staff-links"
import { nobodyHas } from "@/lib/staff/cli-refusals"
import { inviteStaff, resetStaff } from "@/lib/staff/invitations"
import { WrongUse } from "@/lib/wrong-use"

/** Invites somebody, and answers the link in words. */
export async function inviteFromCli(person: Parameters<typeof inviteStaff>[0]): Promise<string> {
  const link = await inviteStaff(person)
  if (link === null)
    throw new WrongUse(
      `${person.email} is already on the staff; \`npm run staff -- reset ${person.email}\` makes a new link.`,
    )
  return `${person.name} can choose a password here, once, within ${linkHours.invite} hours:\n${link}`
}

/** Takes every way in away, and answers a new link in words. */
export async function resetFromCli(email: string): Promise<string> {
  const made = await resetStaff(email)
  if (!made.ok) throw new WrongUse(resetRefusals[made.reason](email))
  const hours = made.hours === 1 ? "an hour" : `${made.hours} hours`
  const ended = made.hadFactors
    ? "The old password, every passkey and the authenticator app no longer work"
    : "The old password no longer works"
  return `${ended}, and every session has ended. A new password can be chosen here, once, within ${hours}:\n${made.link}`
}

const resetRefusals = {
  unknown: nobodyHas,
  suspended: (email: string) => `${email} is suspended. Run \`npm run staff -- reactivate ${email}\` first.`,
  withdrawn: (email: string) =>
    `The invitation of ${email} was withdrawn. Run \`npm run staff -- invite ${email} --role ROLE --name NAME\` to invite them again.`,
}
