import { Moment } from "@/components/site/moment"
import { correctionWords } from "@/lib/posts/corrections"
import { listAddress } from "@/lib/posts/cursor"
import type { Locale } from "@/lib/text/format-date"
import { textParagraphs } from "@/lib/text/paragraphs"

type Listed = {
  id: number
  kind: keyof typeof correctionWords
  body: string
  createdAt: Date
  slug: string
  title: string
}

type Props = { corrections: readonly Listed[]; next: string | null; locale: Locale }

/** Corrections of all stories, each with the story that it is about. */
export function CorrectionList({ corrections, next, locale }: Props) {
  if (corrections.length === 0) return <p className="mt-8">Nothing has been corrected so far.</p>
  return (
    <>
      <ul className="corrections">
        {corrections.map((correction) => (
          <li key={correction.id}>
            <p className="correction-title">
              {correctionWords[correction.kind]}{" "}
              <Moment date={correction.createdAt} locale={locale} className="correction-date" />
            </p>
            <h2 dir="auto">
              <a href={`/posts/${correction.slug}#correction-${correction.id}`}>{correction.title}</a>
            </h2>
            {textParagraphs(correction.body).map((paragraph) => (
              <p key={paragraph} dir="auto">
                {paragraph}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {next ? (
        <nav aria-label="Pages" className="paging">
          <link rel="next" href={listAddress("/corrections", next)} />
          <a href={listAddress("/corrections", next)} rel="next">
            Older corrections
          </a>
        </nav>
      ) : null}
    </>
  )
}
