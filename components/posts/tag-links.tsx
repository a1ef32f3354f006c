/** A list's entries, each leading to the stories with a tag. */
export function TagLinks({ tags, rel }: { tags: { slug: string; name: string }[]; rel?: "tag" }) {
  return tags.map((tag) => (
    <li key={tag.slug}>
      <a href={`/tags/${tag.slug}`} rel={rel} dir="auto">
        {tag.name}
      </a>
    </li>
  ))
}
