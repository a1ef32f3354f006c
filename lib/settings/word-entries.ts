/** What a list of words may hold. */
export const wordLimits = { entries: 2000, entry: 100, letters: 20_000 } as const

/** The entries of a list as it was typed: one a line, without empty lines and repetitions. */
export function wordEntries(lines: string): string[] {
  const entries = lines.split(/[\r\n]+/).map((line) => line.replace(/\s+/gu, " ").trim())
  return [...new Set(entries.filter((entry) => entry !== ""))]
}

/** What is wrong with a list, in a sentence that says what to do, or `null`. */
export function entryError(entries: readonly string[]): string | null {
  if (entries.length > wordLimits.entries)
    return `Write ${wordLimits.entries} entries at most; these are ${entries.length}.`
  const long = entries.find((entry) => entry.length > wordLimits.entry)
  if (long) return `Make “${long.slice(0, 30)}…” shorter: ${wordLimits.entry} characters at most.`
  // Without a letter it would be found everywhere or nowhere.
  const bare = entries.find((entry) => !/[\p{L}\p{N}]/u.test(entry))
  if (bare) return `Give “${bare}” a letter or digit: it stands for every word or for none.`
  if (entries.join("\n").length > wordLimits.letters)
    return `Make the list shorter: ${wordLimits.letters} characters at most.`
  return null
}
