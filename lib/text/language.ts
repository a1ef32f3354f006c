/** For an attribute that a page in English does without: its own words are English. */
export function unlessEnglish(language: string): string | undefined {
  return /^en(-|$)/i.test(language) ? undefined : language
}
