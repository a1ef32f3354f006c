import { notFound, permanentRedirect } from "next/navigation"
import { getSlugAfter } from "@/lib/posts/queries"

/** Redirects from an address that a story had before to the present one. */
export async function redirectIfMoved(slug: string, rest = ""): Promise<void> {
  const present = await getSlugAfter(slug)
  if (present) permanentRedirect(`/posts/${present}${rest}`)
}

export async function redirectOrNotFound(slug: string, rest: string): Promise<never> {
  await redirectIfMoved(slug, rest)
  notFound()
}
