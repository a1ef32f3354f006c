/** The value of `lang` for text in the publication's language; undefined where that is English, as the page is. */
export function unlessEnglish(language: string): string | undefined {
  return /^en(-|$)/i.test(language) ? undefined : language
}
