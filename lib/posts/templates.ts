import { env } from "@/lib/env"
import { isolate, type MailContent } from "@/lib/mail/content"
import { headerLine } from "@/lib/mail/message"

type Facts = {
  action: ToldStep
  /** Who did it. */
  by: string
  note: string
  post: { id: number; title: string }
  /** Whether it is a change of a published story. */
  isProposal: boolean
  publicationName: string
}

const longestTitle = 120

/** Tells a colleague what somebody did with a story, with the note that came along. */
export function storyStepTemplate({
  action,
  by,
  note,
  post,
  isProposal,
  publicationName,
}: Facts): MailContent {
  const title = isolate(shortened(headerLine(post.title || "Untitled")))
  const { subject, did, next } = (isProposal ? { ...words, ...ofProposals } : words)[action]
  return {
    subject: subject(title),
    publication: publicationName,
    heading: subject(title),
    opening: [
      `${isolate(headerLine(by))} ${did} “${title}”${note ? " and wrote:" : "."}`,
      ...(note ? [] : [next]),
    ],
    ...(note ? { quote: note } : {}),
    button: { label: "Open the story", href: `${env().SITE_URL}/desk/posts/${post.id}` },
    closing: ["You get this message because you work on this story, or decide about what is handed in."],
  }
}

type Words = { subject: (title: string) => string; did: string; next: string }

const words = {
  post_submitted: {
    subject: (title) => `For review: ${title}`,
    did: "handed in",
    next: "Read it, then approve it, publish it or send it back with a note.",
  },
  post_sent_back: {
    subject: (title) => `Changes asked: ${title}`,
    did: "asks for changes to",
    next: "Make them, then submit it again.",
  },
  post_approved: {
    subject: (title) => `Approved: ${title}`,
    did: "approved",
    next: "An editor publishes or schedules it.",
  },
  post_published: {
    subject: (title) => `Published: ${title}`,
    did: "published",
    next: "Readers see it now.",
  },
  post_updated: {
    subject: (title) => `Updated: ${title}`,
    did: "updated",
    next: "Readers see the new version now.",
  },
  post_unpublished: {
    subject: (title) => `Unpublished: ${title}`,
    did: "unpublished",
    next: "Readers no longer find it.",
  },
} satisfies Record<string, Words>

const ofProposals = {
  post_submitted: {
    subject: (title: string) => `Change proposed: ${title}`,
    did: "proposes a change to",
    next: "Compare it with what readers see, then update the story, send the change back or discard it.",
  },
}

export type ToldStep = keyof typeof words

/** Whether there is a message about it. */
export function isToldStep(action: string): action is ToldStep {
  return action in words
}

function shortened(text: string): string {
  const letters = [...text]
  return letters.length > longestTitle ? `${letters.slice(0, longestTitle - 1).join("")}…` : text
}
