/** Ids of rows just made, by what the demo calls them. */
export function idsByKey(rows: { key: string; id: number }[]): Map<string, number> {
  return new Map(rows.map(({ key, id }) => [key, id]))
}

export function known(ids: Map<string, number>, key: string): number {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The demo names ${key}, which it does not make.`)
  return id
}
