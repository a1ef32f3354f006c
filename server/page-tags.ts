/** A change to any story's page or thread; what lists many threads depends on it. */
export const anyPost = "post:*"

export function tagsOf(pathname: string): string[] {
  const slug = /^\/posts\/([^/]+)/.exec(pathname)?.[1]
  if (slug) return [`post:${slug}`, "lists"]
  // Tells of whole past days: a clock says when another is over.
  if (pathname === "/moderation") return ["report", "lists"]
  return pathname === "/comments/feed.xml" ? [anyPost, "lists"] : ["lists"]
}
