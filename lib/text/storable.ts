import { normalise } from "@/lib/text/normalise"

/** Text that can be stored: without control characters but tab and line feed, and without half characters. */
export function storable(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}/gu, "").replace(/\p{Cs}/gu, "\ufffd")
}

/** The same as one line, composed. Blanks that keep words together, as before a French question mark, stay. */
export function oneLine(text: string): string {
  return normalise(storable(foldBlanks(text)), "NFC").trim()
}

/** Line breaks, tabs and runs of ordinary blanks as one blank. */
export function foldBlanks(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, " ")
}
