/** Somebody who can be added. */
export type KnownAuthor = { id: number; name: string; title: string }

export type NamedAuthor = Pick<KnownAuthor, "id" | "name">

/** How somebody is called where others have the same name. */
export function authorLabel({ id, name, title }: KnownAuthor, known: readonly KnownAuthor[]): string {
  const isAlone = known.every((one) => one.id === id || one.name !== name)
  return isAlone ? name : `${name} (${title || `author ${id}`})`
}

export function findKnown(name: string, known: readonly KnownAuthor[]): KnownAuthor | undefined {
  const lower = name.toLowerCase()
  return (
    known.find((one) => authorLabel(one, known).toLowerCase() === lower) ??
    known.find((one) => one.name.toLowerCase() === lower)
  )
}
