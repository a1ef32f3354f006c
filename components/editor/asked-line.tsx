import { proposalOf } from "@/components/editor/story-wishes"
import type { HeldText } from "@/lib/documents/save-answer"

/** What an editor wants changed, and who that is. */
export type RequestedChanges = { by: string | null; note: string }

/** What an editor wrote when they sent the story back, in sight while the writer works on it. */
export function AskedLine({ asked, story }: { asked: RequestedChanges | null; story: HeldText | null }) {
  const isAsked = story?.status === "changes_asked" || proposalOf(story) === "changes_asked"
  if (!asked || !isAsked) return null
  return (
    <section
      aria-label="Changes requested"
      // A long note scrolls in its own box, so that it never takes the room of the text.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys (WCAG 2.1.1)
      tabIndex={0}
      className="my-1.5 max-h-24 overflow-y-auto border-s-4 border-accent ps-3 text-sm"
    >
      <bdi className="font-semibold">{asked.by ?? "An editor"}</bdi> requested changes:{" "}
      <span dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
        {asked.note}
      </span>
    </section>
  )
}
