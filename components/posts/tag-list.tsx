/** A story's tags, each leading to its other stories. */
export function TagList({ tags }: { tags: { slug: string; name: string }[] }) {
  if (tags.length === 0) return null
  return (
    <ul className="tags" aria-label="Tags">
      {tags.map((tag) => (
        <li key={tag.slug}>
          <a href={`/tags/${tag.slug}`} rel="tag" dir="auto">
            {tag.name}
          </a>
        </li>
      ))}
    </ul>
  )
}
