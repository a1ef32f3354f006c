/** A pattern in which `*` stands for anything, cut at its stars. */
export type Glob = readonly string[]

export function readGlob(pattern: string): Glob {
  return pattern.split("*")
}

/**
 * Whether a whole text fits a pattern. Each part is looked for as early as it may be, so it never goes back and takes
 * time that grows with the lengths only.
 */
export function fits(text: string, glob: Glob): boolean {
  const [first = "", last = ""] = [glob[0], glob.at(-1)]
  if (glob.length < 2) return text === first
  if (!text.startsWith(first)) return false
  let at = first.length
  for (let part = 1; part < glob.length - 1; part++) {
    const found = text.indexOf(glob[part] ?? "", at)
    if (found < 0) return false
    at = found + (glob[part]?.length ?? 0)
  }
  return text.length - last.length >= at && text.endsWith(last)
}
