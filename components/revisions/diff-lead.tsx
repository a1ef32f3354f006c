import { PictureCaption } from "@/components/media/picture-caption"
import { hasPicture, PostPicture } from "@/components/posts/post-picture"
import type { Revision } from "@/lib/posts/revisions/queries"

type Props = { label: string; look: "removed" | "added" | "kept"; revision: Revision }

/** The lead picture of a version, and what became of it. */
export function DiffLead({ label, look, revision }: Props) {
  if (!hasPicture(revision)) return null
  return (
    <figure className={`diff-block diff-${look} diff-lead`}>
      <p className="diff-label">{label}</p>
      <PostPicture post={revision} shape="story" alt={revision.pictureAlt} eager />
      <PictureCaption caption={revision.lead?.caption} credit={revision.lead?.credit} />
    </figure>
  )
}
