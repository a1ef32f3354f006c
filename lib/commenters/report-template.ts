import { stopLinks } from "@/lib/commenters/verification-template"
import { outcomesPerDay, type ReportOutcome } from "@/lib/comments/report-mail"
import { permalink } from "@/lib/comments/thread/pages"
import { env } from "@/lib/env"
import { isolate, type MailContent } from "@/lib/mail/content"
import { headerLine } from "@/lib/mail/message"

type Facts = {
  report: { id: number; slug: string; title: string; outcome: ReportOutcome }
  commenterId: number
  /** Whether no more of these come today. */
  last?: boolean
  publicationName: string
}

/** Tells somebody what became of a report. The comment is not quoted: what was reported may be hostile. */
export function reportTemplate({ report, commenterId, last = false, publicationName }: Facts): MailContent {
  const { id, slug, outcome } = report
  const shown = outcome !== "removed"
  return {
    subject: "Your report was looked at",
    publication: publicationName,
    heading: "Your report was looked at",
    opening: [
      `You reported a comment on “${isolate(headerLine(report.title))}”. A moderator has looked at it.`,
      outcomes[outcome],
    ],
    button: {
      label: shown ? "See the comment" : "See the story",
      href: `${env().SITE_URL}${shown ? permalink(slug, id) : `/posts/${slug}`}`,
    },
    closing: [
      ...(last ? [lastToday] : []),
      "You get this message because you asked to hear what becomes of your report.",
    ],
    ...stopLinks(commenterId),
  }
}

const lastToday = `You get at most ${outcomesPerDay} of these messages in a day. If more of your reports were decided, you will hear of them later.`

const outcomes: Record<ReportOutcome, string> = {
  stays: "The comment stays on the page.",
  "blacked-out": "The comment stays on the page, with some of its words blacked out.",
  removed: "The comment was removed.",
}
