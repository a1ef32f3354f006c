import { normalise } from "@/lib/text/normalise"

/** Text that can be stored: without control characters but tab and line feed, and without half characters. */
export function storable(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}/gu, "").replace(/\p{Cs}/gu, "\ufffd")
}

/**
 * The same as one line, composed; empty where it shows nothing. Blanks that keep words together, as before a French question
 * mark, stay.
 */
export function oneLine(text: string): string {
  const line = normalise(storable(foldBlanks(text)), "NFC").trim()
  return showsNothing(line) ? "" : line
}

/** Whether there is nothing to see in a text: blanks, signs without a shape (UAX #44) and the empty cell of Braille are not enough. */
export function showsNothing(text: string): boolean {
  return !/[^\s\u2800\p{M}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text)
}

/** Line breaks, tabs and runs of ordinary blanks as one blank. */
export function foldBlanks(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, " ")
}
