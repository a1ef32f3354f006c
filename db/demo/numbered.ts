export function known(ids: Map<string, number>, key: string): number {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The demo names ${key}, which it does not make.`)
  return id
}
