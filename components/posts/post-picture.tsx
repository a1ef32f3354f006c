import { LibraryPicture } from "@/components/media/picture"
import type { Shape } from "@/components/media/picture-frame"
import type { PostSummary } from "@/components/posts/types"

type Lead = Pick<PostSummary, "lead" | "picture">
type Props = { post: Lead; shape: Shape; alt: string; eager?: boolean }

/** Whether a story has a lead picture: one of the library, or one by its address. */
export function hasPicture({ lead, picture }: Lead): boolean {
  return picture !== "" || (lead?.files.length ?? 0) > 0
}

/** A story's lead picture in its frame, whose size is known before the picture is. */
export function PostPicture({ post, shape, alt, eager = false }: Props) {
  if (post.lead) return <LibraryPicture picture={post.lead} {...{ shape, alt, eager }} />
  return (
    // biome-ignore lint/performance/noImgElement: next/image needs script for what `loading` does
    <img
      src={post.picture}
      alt={alt}
      width={1200}
      height={800}
      loading={eager ? "eager" : "lazy"}
      fetchPriority={eager ? "high" : undefined}
      decoding="async"
      className="picture"
    />
  )
}
