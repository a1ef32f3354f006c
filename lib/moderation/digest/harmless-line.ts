import { headerLine } from "@/lib/mail/message"

/**
 * What somebody typed, on one line and no longer than said. Nothing in it turns the text around it, and nothing in it
 * becomes a link: mail programs make one of whatever looks like an address, so a word joiner follows each of its dots and colons.
 */
export function harmlessLine(text: string, most: number): string {
  const plain = headerLine(text.replace(invisible, "").replace(/\s+/gu, " "))
  const letters = [...plain]
  const cut =
    letters.length > most
      ? `${letters
          .slice(0, most - 1)
          .join("")
          .trimEnd()}…`
      : plain
  return `\u2068${cut.replace(/[.:@/](?=\S)/gu, "$&\u2060")}\u2069`
}

/** Directions and other signs that show nothing; joiners stay, since Persian and emoji are made with them. */
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu
