/**
 * What a key means where single letters act. Where the keyboard writes another script, as Cyrillic or Hebrew, the place of
 * the key counts; where it writes Latin letters, as AZERTY or Dvorak, the letter does.
 */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, "key" | "code" | "shiftKey">): string {
  // With Caps Lock a letter is written as a capital.
  if (/^[a-z]$/i.test(key)) return shiftKey ? key : key.toLowerCase()
  // While an input method is on, the browser names no letter.
  if (key !== "Process" && /^([\x20-\x7e]+|\p{Script=Latin}+)$/u.test(key)) return key
  if (code === "Slash") return shiftKey ? "?" : "/"
  return /^(?:Key|Digit)(\w)$/.exec(code)?.[1]?.toLowerCase() ?? key
}
