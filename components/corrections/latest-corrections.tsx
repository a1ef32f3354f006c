import { StoryLink } from "@/components/corrections/story-link"
import { Moment } from "@/components/site/moment"
import { correctionWords } from "@/lib/posts/corrections"
import type { Locale } from "@/lib/text/format-date"

type Latest = {
  id: number
  kind: keyof typeof correctionWords
  body: string
  createdAt: Date
  postId: number
  title: string
}

type Props = { corrections: readonly Latest[]; locale: Locale }

/** What readers were told lately, each with the way to its story. */
export function LatestCorrections({ corrections, locale }: Props) {
  if (corrections.length === 0) return <p className="mt-3 text-sm text-ink-soft">Nothing so far.</p>
  return (
    <ul className="mt-3 divide-y divide-rule">
      {corrections.map((correction) => (
        <li key={correction.id} className="py-3 first:pt-0 text-sm wrap-anywhere">
          <p className="text-ink-soft">
            {correctionWords[correction.kind]} ·{" "}
            <StoryLink href={`/desk/posts/${correction.postId}/corrections`} title={correction.title} /> ·{" "}
            <Moment date={correction.createdAt} locale={locale} withTime />
          </p>
          <p dir="auto" className="mt-1 line-clamp-2">
            {correction.body}
          </p>
        </li>
      ))}
    </ul>
  )
}
