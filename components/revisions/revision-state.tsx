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
        <>
          Public from <When date={publicFrom} /> until <When date={publicUntil} />
        </>
      ) : id === story.workingRevisionId && story.status === "published" ? (
        <strong className="text-ink">Newest words; readers do not see them yet</strong>
      ) : null}
    </p>
  )
}
