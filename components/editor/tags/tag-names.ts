/** The commas of the scripts that stories are written in. */
const commas = /[,،、，]/

/** The names in a text, each once, whatever its case. */
export function splitNames(text: string): string[] {
  return unique(partsOf(text).map((name) => name.trim().replace(/\s+/g, " ")))
}

/** What stands between the commas. */
export function partsOf(text: string): string[] {
  return text.split(commas)
}

/** What the form sends. */
export function joinNames(names: readonly string[]): string {
  return unique(names.map((name) => name.trim())).join(", ")
}

function unique(names: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const name of names) if (name && !byKey.has(keyOf(name))) byKey.set(keyOf(name), name)
  return [...byKey.values()]
}

const mostOffered = 8

/** Tags that complete what is typed and are not chosen yet: those that begin with it, then those with a word that does. */
export function completionsOf(typed: string, chosen: readonly string[], known: readonly string[]): string[] {
  const wanted = keyOf(typed)
  if (!wanted) return []
  const taken = new Set(chosen.map(keyOf))
  const free = known.map((name) => ({ name, key: keyOf(name) })).filter(({ key }) => !taken.has(key))
  const begins = free.filter(({ key }) => key.startsWith(wanted))
  const within = free.filter(({ key }) => !key.startsWith(wanted) && key.includes(` ${wanted}`))
  return [...begins, ...within].slice(0, mostOffered).map(({ name }) => name)
}

/** As an existing tag is written, where there is one. */
export function knownSpelling(name: string, known: readonly string[]): string {
  return known.find((one) => keyOf(one) === keyOf(name)) ?? name
}

function keyOf(name: string): string {
  return name.trim().toLowerCase()
}
