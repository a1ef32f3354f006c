type Props = { tags: { slug: string; name: string }[] }

/** The line over a headline: the story's first tag. */
export function Kicker({ tags: [tag] }: Props) {
  if (!tag) return null
  return (
    <p className="kicker">
      <a href={`/tags/${tag.slug}`} dir="auto">
        {tag.name}
      </a>
    </p>
  )
}
