import { notFound, permanentRedirect } from "next/navigation"
import { getAuthorSlugAfter } from "@/lib/authors/queries"
import { isSlug } from "@/lib/posts/is-slug"
import { getSlugAfter } from "@/lib/posts/queries"
import { getTagAfter } from "@/lib/posts/section-queries"

const presentSlug = { posts: getSlugAfter, tags: getTagAfter, authors: getAuthorSlugAfter }

/**
 * Redirects from a former address of a story, a tag or an author, or of one that was merged, to the present one. `rest`
 * is what follows the slug.
 */
export async function redirectIfMoved(
  kind: keyof typeof presentSlug,
  slug: string,
  rest = "",
): Promise<void> {
  const present = isSlug(slug) ? await presentSlug[kind](slug) : null
  if (present) permanentRedirect(`/${kind}/${present}${rest}`)
}

export async function redirectOrNotFound(...moved: Parameters<typeof redirectIfMoved>): Promise<never> {
  await redirectIfMoved(...moved)
  notFound()
}
