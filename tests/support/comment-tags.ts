/** The cache tags of a comment that appeared or disappeared: its thread, its own pages, its story's number of comments. */
export function commentTags(slug: string, id: number, root = id): string[] {
  return [`thread:${slug}`, `conversation:${root}`, `comment:${id}`, `card:${slug}`]
}
