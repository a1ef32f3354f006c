/** A page's address without the leading slash: its slug, below that of the page above it. */
export function pathOf(slug: string, parentSlug: string | null): string {
  return parentSlug === null ? slug : `${parentSlug}/${slug}`
}
