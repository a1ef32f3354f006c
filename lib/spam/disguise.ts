import { cyrillicTwins, digitLookalikes } from "@/lib/spam/lookalikes"

/** Whether a folded word hides its letters: a digit or a foreign letter in the midst of the others. */
export function isDisguised(word: string): boolean {
  return (digitInside.test(word) && plainDigits(word) !== word) || isMixed(word)
}

/** "v1agra" and a "casino" in two alphabets are what they look like; "mp3" and "covid19" stay. */
export function plainSpelling(word: string): string {
  const latin = isMixed(word)
    ? word.replace(/[а-яіј]/g, (letter) => cyrillicTwins.get(letter) ?? letter)
    : word
  return digitInside.test(latin) ? plainDigits(latin) : latin
}

function isMixed(word: string): boolean {
  return /[a-z]/.test(word) && /[а-яіј]/.test(word)
}

function plainDigits(word: string): string {
  const plain = word.replace(/[013457]/g, (digit) => digitLookalikes.get(digit) ?? digit)
  // A word that keeps a digit is a name of something: "h2so4", "1080p50".
  return /\d/.test(plain) ? word : plain
}

const digitInside = /^\p{L}+\d[\p{L}\d]*\p{L}$|^\d\p{L}{3,}$/u
