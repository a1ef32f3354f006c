import { normalise } from "@/lib/text/normalise"

/**
 * A text as its words sound: without case, accents and width, so that "Été", "ete" and "ＥＴＥ" are one. Marks that
 * make letters in scripts of their own (Devanagari vowels, Arabic hamza) go too; both sides of a comparison lose them.
 */
export function fold(text: string): string {
  return normalise(text, "NFKD").replace(/\p{M}/gu, "").toLowerCase()
}

/** A text without case and width only: accents and vowel signs make other words. */
export function foldCase(text: string): string {
  return normalise(text, "NFKC").toLowerCase().replaceAll("ς", "σ")
}

/** The words of a folded text in their order; whatever is neither letter nor digit stands between words. */
export function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}
