/**
 * Normalises a text in a time that grows with its length only. Marks on one letter are put in order one by one, so a run
 * of them takes the square of its length: runs are cut to 30, more than any writing has (UAX #15, Stream-Safe Text
 * Format). All normalising of text goes through here.
 */
export function normalise(text: string, form: "NFC" | "NFKC" | "NFKD"): string {
  // Twice: the letter before a run may come apart into a letter and more marks.
  return cutRuns(cutRuns(text).normalize(form))
}

function cutRuns(text: string): string {
  return text.replace(runs, "$1")
}

/** The two half-width signs are letters that NFKC and NFKD turn into marks. */
const runs = /([\p{M}\uFF9E\uFF9F]{30})[\p{M}\uFF9E\uFF9F]+/gu
