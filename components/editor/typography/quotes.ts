/** The signs before and after quoted words, and those within a quotation. */
export type Quotes = readonly [open: string, close: string, innerOpen: string, innerClose: string]

export const english: Quotes = ["“", "”", "‘", "’"]
const low: Quotes = ["„", "“", "‚", "‘"]
const lowHigh: Quotes = ["„", "”", "‚", "’"]
const angles: Quotes = ["«", "»", "“", "”"]
const anglesLow: Quotes = ["«", "»", "„", "“"]
const spaced: Quotes = ["«\u00a0", "\u00a0»", "“", "”"]
const raised: Quotes = ["”", "”", "’", "’"]

/** After the Unicode CLDR's delimiters. Languages that are not here keep what was typed. */
const byLanguage: Record<string, Quotes> = {
  en: english,
  nl: english,
  pt: english,
  tr: english,
  vi: english,
  id: english,
  da: english,
  cy: english,
  ga: english,
  hi: english,
  de: low,
  "de-CH": ["«", "»", "‹", "›"],
  cs: low,
  sk: low,
  sl: low,
  bg: low,
  is: low,
  lt: low,
  et: low,
  pl: lowHigh,
  ro: lowHigh,
  hu: ["„", "”", "»", "«"],
  hr: lowHigh,
  fr: spaced,
  "fr-CH": ["«", "»", "‹", "›"],
  es: angles,
  it: angles,
  ca: angles,
  eu: angles,
  gl: angles,
  el: angles,
  "pt-PT": angles,
  no: ["«", "»", "‘", "’"],
  nb: ["«", "»", "‘", "’"],
  nn: ["«", "»", "‘", "’"],
  ru: anglesLow,
  uk: anglesLow,
  be: anglesLow,
  sv: raised,
  fi: raised,
}

export function quotesOf(language: string): Quotes | null {
  return byLanguage[language] ?? byLanguage[language.split("-")[0] ?? ""] ?? null
}
