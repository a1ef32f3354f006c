type Found = { words: string; from: number; to: number }

/**
 * What somebody meant to fill in or look up, as newsrooms write it. Words that stories use are left alone: "[sic]" and
 * "[the mayor]" in a quotation, "Super Bowl XXX", Spanish "TODO" among other capitals.
 */
export function placeholdersIn(text: string): Found[] {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
      words,
      from: index,
      to: index + words.length,
    })),
  )
  // "[TK name]" is one.
  return found
    .filter(
      (one, n) => !found.some((other, m) => m !== n && holds(other, one) && !(holds(one, other) && m > n)),
    )
    .toSorted((a, b) => a.from - b.from)
}

const holds = (outer: Found, inner: Found) => outer.from <= inner.from && outer.to >= inner.to

const alone = (words: string, flags = "gu") =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_-])(?:${words})(?![\\p{L}\\p{M}\\p{N}_-])`, flags)

const verbs =
  "insert|add|check|confirm|verify|fill in|find|ask|look up|replace|write|to be|to come|tbc|tbd|tba|tk|todo"
const nouns =
  "name|names|date|time|place|number|figure|title|quote|link|url|source|photo|picture|image|caption|headline|text|placeholder|here"

const patterns = [
  // "To come", misspelt so that it is found.
  alone("(?:TK)+"),
  // Capitals around it are a headline or a poster that says "everything" in Spanish, Italian or Portuguese.
  /(?<![\p{L}\p{M}\p{N}_-])(?<!\p{Lu}{2,} )(?:TODO|FIXME)(?![\p{L}\p{M}\p{N}_-]| \p{Lu}{2,})/gu,
  // Capital letters are a number up to three of them.
  alone("x{3,}|X{4,}"),
  alone("lorem ipsum", "giu"),
  new RegExp(`\\[\\s*(?:(?:${verbs})(?:[ :,][^\\[\\]]{0,80})?|${nouns}|[?_x\\s]{0,20})\\s*\\]`, "giu"),
]
