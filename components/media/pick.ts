import type { LibraryEntry } from "@/lib/media/queries"

type Page = { pictures: LibraryEntry[]; next: number | null }
type Asked = { search: string; before: number | null }

/** A page of the library, newest first. */
export async function listPictures({ search, before }: Asked): Promise<Page> {
  const query = new URLSearchParams()
  if (search) query.set("q", search)
  if (before) query.set("before", String(before))
  return ask(query)
}

/**
 * One picture, or null where this person finds none.
 * @throws where no answer came
 */
export async function findPicture(id: string): Promise<LibraryEntry | null> {
  const { pictures } = await ask(new URLSearchParams({ id }))
  return pictures[0] ?? null
}

async function ask(query: URLSearchParams): Promise<Page> {
  const response = await fetch(`/desk/media/pick?${query}`, { signal: AbortSignal.timeout(15_000) })
  if (!response.ok || response.redirected) throw new Error("no library")
  return response.json()
}
