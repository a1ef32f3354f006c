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
        {both > 0 ? (
          <>
            {" "}
            {both} of them {both === 1 ? "names" : "name"} both; {both === 1 ? "it" : "those"} will name{" "}
            <bdi>{into.name}</bdi> once for each part.
          </>
        ) : null}
      </Line>
      <Line term="Addresses">
        {slugs.map((slug) => `/authors/${slug}`).join(", ")} will lead to /authors/{into.slug}.
      </Line>
      <Line term="Account">
        {author.account === null ? (
          "No account is affected."
        ) : (
          <>
            <bdi>{author.account}</bdi> keeps the account, and writes as <bdi>{into.name}</bdi> from then on.
          </>
        )}
      </Line>
      <Line term="Profile">
        {filled.length > 0
          ? `Copied because the other profile has none: ${filled.join(", ")}.`
          : "Nothing else is copied."}
        {takesPortrait ? " The portrait moves too." : ""}
        {losesPortrait ? " The other profile keeps its portrait; this one remains in the library." : ""}
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
