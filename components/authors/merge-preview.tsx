import type { ReactNode } from "react"
import { filledFrom } from "@/lib/authors/merge-policy"
import type { MergeFacts } from "@/lib/authors/queries"
import { storyCount } from "@/lib/authors/story-count"

/** What a merge would do, before anybody does it. */
export function MergePreview({ preview: { author, into, both, slugs } }: { preview: MergeFacts }) {
  const filled = Object.keys(filledFrom(author, into)).filter((name) => name !== "picture")
  const takesPortrait = author.portraitId !== null && into.portraitId === null && into.picture === ""
  const losesPortrait = author.portraitId !== null && !takesPortrait
  return (
    <dl className="mt-3 flex flex-col gap-3 text-sm [overflow-wrap:anywhere]">
      <Line term="Stories">
        {storyCount(author.stories)} will name <bdi>{into.name}</bdi> instead of <bdi>{author.name}</bdi>.
        {both > 0 ? ` On ${both} of them both stand now; there one name stays.` : ""}
      </Line>
      <Line term="Addresses">
        {slugs.map((slug) => `/authors/${slug}`).join(", ")} will lead to /authors/{into.slug}.
      </Line>
      <Line term="Account">
        {author.account === null ? (
          "None is concerned."
        ) : (
          <>
            <bdi>{author.account}</bdi> keeps the account, and writes as <bdi>{into.name}</bdi> from then on.
          </>
        )}
      </Line>
      <Line term="Profile">
        {filled.length > 0
          ? `Taken over where the other one says nothing: ${filled.join(", ")}.`
          : "Nothing is taken over: the other one says it all."}
        {takesPortrait ? " The portrait goes along." : ""}
        {losesPortrait ? " The portrait of the other one stays; this one remains in the library." : ""}
      </Line>
    </dl>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
