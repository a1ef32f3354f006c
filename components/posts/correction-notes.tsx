import { Moment } from "@/components/site/moment"
import { correctionWords, type StoryCorrection } from "@/lib/posts/corrections"
import { textDirection } from "@/lib/text/direction"
import type { Locale } from "@/lib/text/format-date"
import { textParagraphs } from "@/lib/text/paragraphs"

type Props = {
  corrections: readonly StoryCorrection[]
  place: StoryCorrection["place"]
  locale: Locale
}

/** What readers are told of changes of a story, above or below its text. */
export function CorrectionNotes({ corrections, place, locale }: Props) {
  return corrections
    .filter((correction) => correction.place === place)
    .map((correction) => (
      <aside
        key={correction.id}
        id={`correction-${correction.id}`}
        aria-labelledby={`correction-${correction.id}-title`}
        className="correction"
      >
        <p
          id={`correction-${correction.id}-title`}
          className="correction-title"
          dir={textDirection(locale.language)}
        >
          {correctionWords[correction.kind]}{" "}
          <Moment date={new Date(correction.createdAt)} locale={locale} className="correction-date" />
        </p>
        {textParagraphs(correction.body).map((paragraph) => (
          <p key={paragraph} dir="auto">
            {paragraph}
          </p>
        ))}
        <p className="correction-all" dir={textDirection(locale.language)}>
          <a href="/corrections">All corrections</a>
        </p>
      </aside>
    ))
}
