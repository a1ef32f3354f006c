import "server-only"
import { isDeepStrictEqual } from "node:util"
import type { Transaction } from "@/db/client"
import type { StoredPost } from "@/lib/posts/save-outcome"
import { tagNames } from "@/lib/posts/save-tags"
import { listStoredBylines } from "@/lib/posts/story-bylines"
import type { Wanted } from "@/lib/posts/wanted"
import { isMadeFrom } from "@/lib/text/slug"

/** Whether saving would change nothing, as on a second click. */
export async function isSamePost(tx: Transaction, post: StoredPost, wanted: Wanted): Promise<boolean> {
  const { tags, slug, bylines, tell: _, anyway: __, ...fields } = wanted
  return (
    (slug === "" || slug === post.slug) &&
    (slug !== "" || post.publishedAt !== null || isMadeFrom(wanted.title, post.slug)) &&
    Object.entries(fields).every(([name, value]) =>
      isDeepStrictEqual(value, post[name as keyof typeof fields]),
    ) &&
    isDeepStrictEqual(await listStoredBylines(tx, post.id), bylines) &&
    isDeepStrictEqual((await tagNames(tx, post.id)).map(lower), tags.map(lower))
  )
}

const lower = (text: string) => text.toLowerCase()
