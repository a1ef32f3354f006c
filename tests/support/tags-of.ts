import { type CacheTag, onTagChanged } from "../../db/cache-tags.ts"

/** What some work answers, with the cache tags that it named, each once. */
export async function tagsNamedBy<T>(work: () => Promise<T>): Promise<{ result: T; named: CacheTag[] }> {
  const named = new Set<CacheTag>()
  const forget = onTagChanged((tag) => named.add(tag))
  try {
    return { result: await work(), named: [...named].sort() }
  } finally {
    forget()
  }
}
