import "server-only"
import { randomInt } from "node:crypto"

/** Without letters that look like others; ten of them are fifty bits. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

export function newRecoveryCode(): string {
  const letters = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join("")
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** A code as it was made, however it was typed: in capitals, without the hyphen, with an `o` for the nought. */
export function recoveryCodeIn(typed: string): string {
  const letters = typed.toLowerCase().replaceAll("o", "0").replace(/[il]/g, "1").replace(/[\s-]/g, "")
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}
