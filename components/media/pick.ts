import type { LibraryEntry } from "@/lib/media/queries"

export type PickedPicture = LibraryEntry
type Page = { pictures: PickedPicture[]; next: number | null }

/** A page of the library, newest first. */
export async function listPictures({
  search,
  before,
}: {
  search: string
  before: number | null
}): Promise<Page> {
  const query = new URLSearchParams()
  if (search) query.set("q", search)
  if (before) query.set("before", String(before))
  return ask(query)
}

/** One picture, or null where this person finds none. */
export async function findPicture(id: string): Promise<PickedPicture | null> {
  const { pictures } = await ask(new URLSearchParams({ id })).catch(() => ({ pictures: [] }))
  return pictures[0] ?? null
}

async function ask(query: URLSearchParams): Promise<Page> {
  const response = await fetch(`/desk/media/pick?${query}`, { signal: AbortSignal.timeout(15_000) })
  if (!response.ok || response.redirected) throw new Error("no library")
  return response.json()
}
