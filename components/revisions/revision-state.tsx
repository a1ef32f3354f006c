import { When } from "@/components/moderation/when"
import type { ListedRevision, VersionedStory } from "@/lib/posts/revisions/queries"

type Props = { story: VersionedStory; revision: ListedRevision }

/** Whether readers see a version, or when they saw it. */
export function RevisionState({ story, revision: { id, publicFrom, publicUntil } }: Props) {
  return (
    <p className="text-ink-soft">
      {id === story.liveRevisionId ? (
        <strong className="text-ink">Readers see this version</strong>
      ) : publicFrom && publicUntil ? (
        <PublicWhile from={publicFrom} until={publicUntil} />
      ) : id === story.workingRevisionId && story.status === "published" ? (
        <strong className="text-ink">Newest words; readers do not see them yet</strong>
      ) : null}
    </p>
  )
}

/** Where both moments would read alike, that it was a short while. */
function PublicWhile({ from, until }: { from: Date; until: Date }) {
  const [first, last] = [from, until].map((moment) => Math.floor(moment.getTime() / 60_000))
  if (first === last)
    return (
      <>
        Public for less than a minute, at <When date={from} />
      </>
    )
  return (
    <>
      Public from <When date={from} /> until <When date={until} />
    </>
  )
}
