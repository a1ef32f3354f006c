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
const byLanguage = new Map<string, Quotes>(
  Object.entries({
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
    "de-ch": ["«", "»", "‹", "›"],
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
    "fr-ch": ["«", "»", "‹", "›"],
    es: angles,
    it: angles,
    ca: angles,
    eu: angles,
    gl: angles,
    el: angles,
    "pt-pt": angles,
    no: ["«", "»", "‘", "’"],
    nb: ["«", "»", "‘", "’"],
    nn: ["«", "»", "‘", "’"],
    ru: anglesLow,
    uk: anglesLow,
    be: anglesLow,
    sv: raised,
    fi: raised,
  }),
)

/** Of a language's tag in letters of either case (RFC 5646); null where none are known. */
export function quotesOf(language: string): Quotes | null {
  const tag = language.toLowerCase()
  return byLanguage.get(tag) ?? byLanguage.get(tag.split("-")[0] ?? "") ?? null
}
