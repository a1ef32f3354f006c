type Found = { words: string; from: number; to: number }

/**
 * What somebody meant to fill in or look up, as newsrooms write it. Words that stories use are left alone: "[sic]" and
 * "[the mayor]" in a quotation, "Super Bowl XXX", Spanish "TODO" among other capitals.
 */
export function placeholdersIn(text: string): Found[] {
  const found = patterns.flatMap((pattern) => firstOf(pattern, text))
  // "[TK name]" is one.
  return found
    .filter(
      (one, n) => !found.some((other, m) => m !== n && holds(other, one) && !(holds(one, other) && m > n)),
    )
    .toSorted((a, b) => a.from - b.from)
}

/** So many of one kind are told; the work after that grows with their square. */
const mostOfAKind = 20

function firstOf(pattern: RegExp, text: string): Found[] {
  const found: Found[] = []
  for (const { 0: words, index } of text.matchAll(pattern)) {
    found.push({ words, from: index, to: index + words.length })
    if (found.length === mostOfAKind) break
  }
  return found
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
  // Blanks are bounded and have one place in each alternative: a run of them is tried in one way (ASVS 1.3.12).
  new RegExp(
    `\\[(?:\\s{0,5}(?:(?:${verbs})(?:[ :,][^\\[\\]]{0,80})?|(?:${nouns})\\s{0,5})|[?_x\\s]{0,20})\\]`,
    "giu",
  ),
]
