import { textParagraphs } from "@/lib/text/paragraphs"

/** What stands at the address of a story that was withdrawn. */
export function WithdrawnStory({ notice }: { notice: string }) {
  return (
    <section className="page max-w-measure py-16">
      <h1 className="text-title">This story was withdrawn</h1>
      {textParagraphs(notice).map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other key and never move.
        <p key={at} dir="auto" className="mt-4 text-lg whitespace-pre-line wrap-anywhere">
          {text}
        </p>
      ))}
    </section>
  )
}
