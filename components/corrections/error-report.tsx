import { StoryLink } from "@/components/corrections/story-link"
import { Moment } from "@/components/site/moment"
import { Button } from "@/components/ui/button"
import type { Locale } from "@/lib/text/format-date"

export type OpenReport = {
  id: number
  body: string
  createdAt: Date
  postId: number
  title: string
  status: string
}

type Props = { report: OpenReport; locale: Locale; busy: boolean }

/** What a reader says is wrong with a story, until it is closed. */
export function ErrorReport({ report, locale, busy }: Props) {
  return (
    <li className="py-4 first:pt-0 wrap-anywhere">
      <p className="text-sm text-ink-soft">
        <StoryLink href={`/desk/posts/${report.postId}`} title={report.title} /> ·{" "}
        <Moment date={report.createdAt} locale={locale} withTime />
      </p>
      <p dir="auto" className="mt-1 max-w-measure whitespace-pre-line">
        {report.body}
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-4 text-sm">
        {report.status === "published" ? (
          <a
            href={`/desk/posts/${report.postId}/corrections`}
            className="text-accent underline underline-offset-2"
          >
            Correct the story
          </a>
        ) : null}
        <Button look="secondary" small name="report" value={report.id} disabled={busy}>
          Close
        </Button>
      </p>
    </li>
  )
}
