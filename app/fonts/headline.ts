import localFont from "next/font/local"

/**
 * The headline face, in one weight. `optional`: on a slow first visit the headline stays in the
 * fallback, whose metrics are the same, and nothing ever moves while a person reads.
 */
const plain = localFont({
  src: "./newsreader-plain.woff2",
  weight: "500",
  display: "optional",
  adjustFontFallback: "Times New Roman",
  variable: "--font-newsreader",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+20-21, U+26-29, U+2C-2E, U+30-3B, U+3F, U+41-5A, U+61-7A, U+A0, U+A3, U+2013-2014, U+2018-2019, U+201C-201D, U+2026",
    },
  ],
})

/** Downloaded only by a page whose headlines have accents or rare signs. */
const rest = localFont({
  src: "./newsreader-rest.woff2",
  weight: "500",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-newsreader-rest",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+22-25, U+2A-2B, U+2F, U+3C-3E, U+40, U+5B-60, U+7B-7E, U+A1-A2, U+A4-FF, U+131, U+152-153, U+201A, U+201E, U+2022, U+2039-203A, U+20AC, U+2122, U+2212",
    },
  ],
})

/** Letters of Polish, Turkish, Czech, Romanian and others: one face for the whole of a headline. */
const extended = localFont({
  src: "./newsreader-extended.woff2",
  weight: "500",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-newsreader-extended",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+100-130, U+134-148, U+14A-151, U+154-17E, U+18F, U+192, U+1A0-1A1, U+1AF-1B0, U+1C4-1CC, U+1E6-1E7, U+1EA-1EB, U+1FA-21B, U+22A-22D, U+230-233, U+237, U+1E80-1E85, U+1E9E, U+20BA, U+20BD",
    },
  ],
})

const vietnamese = localFont({
  src: "./newsreader-vietnamese.woff2",
  weight: "500",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-newsreader-vietnamese",
  declarations: [
    {
      prop: "unicode-range",
      value: "U+1EA0-1EF9, U+20AB",
    },
  ],
})

/** Classes for `<html>` that define the variables which `font-headline` names. */
export const headlineFont = `${plain.variable} ${rest.variable} ${extended.variable} ${vietnamese.variable}`
