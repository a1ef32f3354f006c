import { reasonForAuthor } from "@/lib/comments/reasons"
import type { OwnBlackout } from "@/lib/comments/self-service/own-comment"
import { spellOutBlackouts } from "@/lib/text/blackout"

type Props = {
  blackouts: OwnBlackout[]
  /** Whether the form for changing the comment stands below. */
  open: boolean
  /** Whether the whole comment was refused, against which there is an appeal. */
  refused: boolean
}

/** Tells an author which of their words a moderator has blacked out, why, and what they can do about it. */
export function BlackoutNote({ blackouts, open, refused }: Props) {
  if (blackouts.length === 0) return null
  return (
    <section className="own-matter" aria-labelledby="blackout-title">
      <h2 id="blackout-title">Blacked-out words</h2>
      <p>A moderator has blacked out words of this comment. Nobody else can read them here.</p>
      <ul>
        {blackouts.map(({ id, reason, words }) => (
          <li key={id}>
            {words === null ? (
              "Words that are no longer kept"
            ) : (
              <q dir="auto" className="[overflow-wrap:anywhere]">
                {spellOutBlackouts(words)}
              </q>
            )}
            {": "}
            {reasonForAuthor(reason)}
          </li>
        ))}
      </ul>
      {refused ? null : (
        <p>
          {open
            ? "You can change the text below, for instance to say why these words should stay. A moderator will read it before it appears."
            : "This comment can no longer be changed. If you do not agree, you can say so in another comment, or delete this one."}{" "}
          Appeals are only for comments that were not published.
        </p>
      )}
    </section>
  )
}
