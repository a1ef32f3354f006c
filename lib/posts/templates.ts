import { env } from "@/lib/env"
import { isolate, type MailContent } from "@/lib/mail/content"
import { headerLine } from "@/lib/mail/message"

type Facts = {
  step: ToldStep
  /** Whether the story stood there already, and the note is what is new. */
  isAgain: boolean
  /** Who did it. */
  by: string
  note: string
  post: { id: number; title: string }
  /** When a scheduled story goes out, by the publication's clocks. */
  at: string | null
  publicationName: string
}

const longestTitle = 120

/** Tells a colleague what somebody did with a story, with the note that came along. */
export function storyStepTemplate({
  step,
  isAgain,
  by,
  note,
  post,
  at,
  publicationName,
}: Facts): MailContent {
  const title = isolate(shortened(headerLine(post.title || "Untitled")))
  const { subject, did, next } = words[step]
  const who = isolate(headerLine(by))
  const said = isAgain ? `${who} added a note to “${title}”` : did({ who, title: `“${title}”`, at: at ?? "" })
  const introduced = isAgain ? ":" : " and wrote:"
  return {
    subject: `${subject}: ${title}`,
    publication: publicationName,
    heading: `${subject}: ${title}`,
    opening: [`${said}${note ? introduced : "."}`, ...(note ? [] : [next])],
    ...(note ? { quote: note } : {}),
    button: { label: "Open the story", href: `${env().SITE_URL}/desk/posts/${post.id}` },
    closing: ["You are getting this message because you work on this story or review what writers submit."],
  }
}

type Did = (fact: { who: string; title: string; at: string }) => string
type Words = { subject: string; did: Did; next: string }

const words = {
  post_submitted: {
    subject: "For review",
    did: ({ who, title }) => `${who} submitted ${title} for review`,
    next: "Read it, then approve it, publish it or send it back with a note.",
  },
  post_sent_back: {
    subject: "Changes requested",
    did: ({ who, title }) => `${who} sent back ${title}`,
    next: "Make the changes, then submit it again.",
  },
  post_approved: {
    subject: "Approved",
    did: ({ who, title }) => `${who} approved ${title}`,
    next: "It now waits for an editor to publish or schedule it.",
  },
  post_scheduled: {
    subject: "Scheduled",
    did: ({ who, title, at }) => `${who} scheduled ${title} for ${at}`,
    next: "It will be published automatically.",
  },
  post_unscheduled: {
    subject: "Unscheduled",
    did: ({ who, title }) => `${who} took ${title} off the schedule`,
    next: "It will not be published until somebody publishes or schedules it again.",
  },
  post_published: {
    subject: "Published",
    did: ({ who, title }) => `${who} published ${title}`,
    next: "Readers can see it now.",
  },
  went_out: {
    subject: "Published",
    did: ({ who, title, at }) => `${title} was published on ${at}, as ${who} had scheduled it`,
    next: "Readers can see it now.",
  },
  post_updated: {
    subject: "Updated",
    did: ({ who, title }) => `${who} updated ${title}`,
    next: "Readers can see the new version now.",
  },
  post_unpublished: {
    subject: "Withdrawn",
    did: ({ who, title }) => `${who} withdrew ${title}`,
    next: "Readers can no longer find it.",
  },
  changes_discarded: {
    subject: "Changes discarded",
    did: ({ who, title }) => `${who} discarded the changes proposed for ${title}`,
    next: "Readers see the story as it was. They are still among the story’s versions.",
  },
  proposal_submitted: {
    subject: "Change proposed",
    did: ({ who, title }) => `${who} proposed a change to ${title}`,
    next: "Compare it with what readers see, then update the story, send the change back or discard it.",
  },
  proposal_sent_back: {
    subject: "Changes requested",
    did: ({ who, title }) => `${who} sent back the proposed change to ${title}`,
    next: "Make the changes, then submit it again.",
  },
} satisfies Record<string, Words>

type ToldStep = keyof typeof words
type ToldAction = Exclude<ToldStep, "went_out" | "proposal_submitted" | "proposal_sent_back">

/** Whether there is a message about it. */
export function isToldAction(action: string): action is ToldAction {
  return action in words
}

/** `at`: when it was to go out, of an event of the schedule. */
export function stepOf(
  action: ToldAction,
  { isProposal, at }: { isProposal: boolean; at: Date | null },
): ToldStep {
  if (action === "post_published" && at !== null) return "went_out"
  if (!isProposal) return action
  if (action === "post_submitted") return "proposal_submitted"
  return action === "post_sent_back" ? "proposal_sent_back" : action
}

function shortened(text: string): string {
  const letters = [...text]
  return letters.length > longestTitle ? `${letters.slice(0, longestTitle - 1).join("")}…` : text
}
