import type { Role } from "@/lib/auth/staff"
import { type LinkPurpose, linkHours } from "@/lib/auth/staff-links"
import { isolate, type MailContent } from "@/lib/mail/content"
import { rolesInWords } from "@/lib/staff/messages"

export type MailedPurpose = Exclude<LinkPurpose, "setup">

type Facts = {
  purpose: MailedPurpose
  link: string
  person: { name: string; roles: readonly Role[] }
  publicationName: string
  /** Who invites them; empty of an invitation from before this was noted. */
  by?: string
}

/** A one-time link for a member of staff. Its page has one button; opening it changes nothing. */
export function staffLinkTemplate({ purpose, link, person, publicationName, by = "" }: Facts): MailContent {
  const { subject, heading, opening, label, closing } = words[purpose]({
    publication: isolate(publicationName),
    roles: `Your ${person.roles.length === 1 ? "role" : "roles"}: ${rolesInWords(person.roles)}.`,
    by: isolate(by),
  })
  return {
    subject: subject(publicationName),
    publication: publicationName,
    heading,
    opening: [`Hello ${isolate(person.name)},`, opening],
    button: { label, href: link },
    closing: [`The link works once, within ${hours(linkHours[purpose])}.`, closing],
  }
}

type Words = {
  subject: (publicationName: string) => string
  heading: string
  opening: string
  label: string
  closing: string
}

const notYou = "If you did not ask for this, ignore this message: nothing changes until the link is used."

const words: Record<MailedPurpose, (facts: { publication: string; roles: string; by: string }) => Words> = {
  invite: ({ publication, roles, by }) => ({
    subject: (name) => `You are invited to join the staff of ${name}`,
    heading: `You are invited to join the staff of ${publication}`,
    opening: `${by ? `${by} invites you` : "You are invited"} to work at ${publication}. ${roles}`,
    label: "Accept the invitation",
    closing: "If you did not expect this, ignore this message.",
  }),
  reset: ({ publication }) => ({
    subject: (name) => `Set a new password for ${name}`,
    heading: "Set a new password",
    opening: `Someone, hopefully you, asked for a new password at ${publication}. The old one works until then.`,
    label: "Set a new password",
    closing: notYou,
  }),
  sign_in: ({ publication }) => ({
    subject: (name) => `Sign in to ${name}`,
    heading: "Sign in",
    opening: `Someone, hopefully you, asked to sign in at ${publication} by email.`,
    label: "Sign in",
    closing: notYou,
  }),
  email: ({ publication }) => ({
    subject: (name) => `Confirm your new address for ${name}`,
    heading: "Confirm your new address",
    opening: `You asked to sign in at ${publication} with this address from now on.`,
    label: "Confirm this address",
    closing: notYou,
  }),
}

function hours(count: number): string {
  return count === 1 ? "an hour" : `${count} hours`
}
