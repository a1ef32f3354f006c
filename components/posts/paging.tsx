/** The way to the stories before these. */
export function OlderPosts({ path, next }: { path: string; next: string | null }) {
  if (!next) return null
  return (
    <nav aria-label="Pages" className="paging">
      <link rel="next" href={`${path}?before=${next}`} />
      <a href={`${path}?before=${next}`} rel="next">
        Older stories
      </a>
    </nav>
  )
}
