/** Text that can be stored: without control characters but tab and line feed, and without half characters. */
export function storable(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}/gu, "").replace(/\p{Cs}/gu, "\ufffd")
}

/** The same, as one line. */
export function oneLine(text: string): string {
  return storable(text.replace(/[\p{Cc}\s]+/gu, " ")).trim()
}
