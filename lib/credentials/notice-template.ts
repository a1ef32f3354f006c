import { env } from "@/lib/env"
import { isolate, type MailContent } from "@/lib/mail/content"

type Words = { heading: string; opening: (publication: string) => string; canReset?: true }

const words = {
  password: {
    heading: "Your password was changed",
    opening: (publication) =>
      `The password of your account at ${publication} was changed, and every other session was signed out.`,
    canReset: true,
  },
  email: {
    heading: "Your email address was changed",
    opening: (publication) =>
      `Your account at ${publication} has another email address now. Messages and links no longer come here.`,
  },
  "passkey-added": {
    heading: "A passkey was added",
    opening: (publication) =>
      `A passkey was added to your account at ${publication}. It can sign in by itself.`,
  },
  "passkey-removed": {
    heading: "A passkey was removed",
    opening: (publication) => `A passkey of your account at ${publication} was removed.`,
  },
  "passkey-refused": {
    heading: "A passkey was refused",
    opening: (publication) =>
      `Somebody tried to sign in to your account at ${publication} with a copy of a passkey, and was refused. Remove that passkey and add a new one.`,
  },
  "totp-on": {
    heading: "An authenticator app was turned on",
    opening: (publication) =>
      `Signing in to your account at ${publication} asks for a code of an authenticator app from now on.`,
  },
  "totp-off": {
    heading: "The authenticator app was turned off",
    opening: (publication) => `Signing in to your account at ${publication} no longer asks for a code.`,
  },
  "recovery-codes": {
    heading: "New recovery codes were made",
    opening: (publication) =>
      `The recovery codes of your account at ${publication} were replaced. The old ones no longer work.`,
  },
  "recovery-code-used": {
    heading: "A recovery code was used",
    opening: (publication) =>
      `Somebody signed in to your account at ${publication} with a recovery code. It cannot be used again.`,
  },
  "second-factors-removed": {
    heading: "Your second factors were removed",
    opening: (publication) =>
      `An admin removed every passkey and the authenticator app from your account at ${publication}, and signed you out everywhere.`,
  },
} satisfies Record<string, Words>

/** Of what somebody is told. */
export type NoticeKind = keyof typeof words

export const noticeKinds = Object.keys(words) as [NoticeKind, ...NoticeKind[]]

/** Tells of a change of an account that its owner should know of. */
export function staffNoticeTemplate({
  what,
  publicationName,
}: {
  what: NoticeKind
  publicationName: string
}): MailContent {
  const { heading, opening, canReset }: Words = words[what]
  return {
    subject: subjectOf(heading, publicationName),
    publication: publicationName,
    heading,
    opening: [opening(isolate(publicationName))],
    closing: [
      "If this was you, there is nothing to do.",
      "If it was not, tell an admin of the publication at once: they can suspend the account until it is yours again.",
    ],
    ...(canReset && {
      links: [{ label: "Forgot your password?", href: `${env().SITE_URL}/sign-in/link?for=reset` }],
    }),
  }
}

/** "Your password at NAME was changed"; of a thing that is added or removed, the name at the end. */
function subjectOf(heading: string, publicationName: string): string {
  const owned = /^(Your .+) (was changed|were removed)$/.exec(heading)
  return owned ? `${owned[1]} at ${publicationName} ${owned[2]}` : `${heading} at ${publicationName}`
}
