const rightToLeft = new Set(["ar", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"])

/** Which way a language runs, from its tag. */
export function textDirection(language: string): "ltr" | "rtl" {
  return rightToLeft.has(language.split("-")[0]?.toLowerCase() ?? "") ? "rtl" : "ltr"
}

const firstLetter = /\p{L}/u
const rightToLeftLetter = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u

/** Which way a text runs, from its first letter, as `dir="auto"` does; for what is set around the text. */
export function directionOf(text: string): "ltr" | "rtl" {
  return rightToLeftLetter.test(firstLetter.exec(text)?.[0] ?? "") ? "rtl" : "ltr"
}
