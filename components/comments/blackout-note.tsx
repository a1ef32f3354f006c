import { reasonForAuthor } from "@/lib/comments/reasons"
import type { OwnBlackout } from "@/lib/comments/self-service/own-comment"
import { spellOutBlackouts } from "@/lib/text/blackout"

type Props = {
  blackouts: OwnBlackout[]
  /** Whether the form for changing the comment stands below. */
  open: boolean
}

/** Tells an author which of their words a moderator has blacked out, why, and what they can do about it. */
export function BlackoutNote({ blackouts, open }: Props) {
  if (blackouts.length === 0) return null
  return (
    <section className="own-matter" aria-labelledby="blackout-title">
      <h2 id="blackout-title">Blacked-out words</h2>
      <p>A moderator has blacked out words of this comment. Nobody else can read them here.</p>
      <ul>
        {blackouts.map(({ id, reason, words }) => (
          <li key={id}>
            {words === null ? (
              "Words that are no longer kept."
            ) : (
              <q dir="auto" className="[overflow-wrap:anywhere]">
                {spellOutBlackouts(words)}
              </q>
            )}{" "}
            {reasonForAuthor(reason)}
          </li>
        ))}
      </ul>
      <p>
        {open
          ? "You can change the text below; a moderator will read it again before it appears. If you think that nothing was wrong with these words, say so in it."
          : "A comment can no longer be changed after this time. If you think that nothing was wrong with these words, you can post another comment that says so, and a moderator will read it; or delete this one."}
      </p>
      <p>Appeals are for comments that were not published.</p>
    </section>
  )
}
