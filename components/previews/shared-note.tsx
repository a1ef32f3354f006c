import { Moment } from "@/components/site/moment"
import type { PostStatus } from "@/lib/documents/post-statuses"
import type { Locale } from "@/lib/text/format-date"

type Props = {
  story: { status: PostStatus; unseen: boolean; embargoUntil: Date | null }
  link: { expiresAt: Date; by: string }
  locale: Locale
}

/** What stands above a shared preview: that it is one, whose, until when, and what may not be done with it. */
export function SharedNote({ story, link, locale }: Props) {
  return (
    <div role="note" className="border-s-4 border-accent bg-raised px-4 py-3 font-ui text-sm">
      <p>
        <strong>{whatItIs(story)}</strong> <bdi>{link.by}</bdi> shared it with you. The link works until{" "}
        <Moment date={link.expiresAt} locale={locale} withTime /> ({locale.timeZone.replaceAll("_", " ")}).
        Please do not pass it on.
      </p>
      {story.embargoUntil && story.embargoUntil > new Date() ? (
        <p className="mt-2">
          <strong>
            Embargoed until <Moment date={story.embargoUntil} locale={locale} withTime /> (
            {locale.timeZone.replaceAll("_", " ")}).
          </strong>{" "}
          Please publish nothing of it before then.
        </p>
      ) : null}
    </div>
  )
}

function whatItIs({ status, unseen }: Props["story"]): string {
  if (status !== "published") return "Preview, not published."
  return unseen ? "Preview, with changes that are not published." : "Preview. This story is published."
}
