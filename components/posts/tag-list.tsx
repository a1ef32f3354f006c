import { TagLinks } from "@/components/posts/tag-links"

/** A story's tags, each leading to its other stories. */
export function TagList({ tags }: { tags: { slug: string; name: string }[] }) {
  if (tags.length === 0) return null
  return (
    <ul className="tags" aria-label="Tags">
      <TagLinks tags={tags} rel="tag" />
    </ul>
  )
}
