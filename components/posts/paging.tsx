import { listAddress } from "@/lib/posts/cursor"

/** The way to the stories before these. */
export function OlderPosts({ path, next }: { path: string; next: string | null }) {
  if (!next) return null
  const address = listAddress(path, next)
  return (
    <nav aria-label="Pages" className="paging">
      <link rel="next" href={address} />
      <a href={address} rel="next">
        Older stories
      </a>
    </nav>
  )
}
