import { When } from "@/components/moderation/when"
import { RevisionState } from "@/components/revisions/revision-state"
import { kindWords } from "@/lib/posts/revisions/labels"
import type { ListedRevision, VersionedStory } from "@/lib/posts/revisions/queries"

type Props = { story: VersionedStory; revision: ListedRevision }

/** A version in the list of them: what made it, its name, its headline and length, and whether readers see it. */
export function RevisionDescription({ story, revision }: Props) {
  const { id, kind, name, by, savedAt, title, words } = revision
  return (
    <div className="min-w-0 grow basis-72 wrap-anywhere">
      <p>
        <a
          href={`/desk/posts/${story.id}/revisions/compare?to=${id}`}
          className="font-semibold text-ink underline decoration-edge underline-offset-2"
        >
          {kindWords[kind]} <When date={savedAt} withSeconds />
        </a>
        {by ? (
          <>
            {" "}
            by <bdi>{by}</bdi>
          </>
        ) : null}
      </p>
      {name ? (
        <p dir="auto" className="font-semibold">
          {name}
        </p>
      ) : null}
      <p className="text-ink-soft">
        <bdi>{title || "Untitled"}</bdi> · {words.toLocaleString("en")} {words === 1 ? "word" : "words"}
      </p>
      <RevisionState {...{ story, revision }} />
    </div>
  )
}
