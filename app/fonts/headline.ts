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
        "U+22-25, U+2A-2B, U+2F, U+3C-3E, U+40, U+5B-60, U+7B-7E, U+A1-A2, U+A4-FF, U+152-153, U+160-161, U+178, U+17D-17E, U+2010-2011, U+201A, U+201E, U+2022, U+2039-203A, U+20AC, U+2122, U+2212",
    },
  ],
})

/** Classes for `<html>` that define the variables which `font-headline` names. */
export const headlineFont = `${plain.variable} ${rest.variable}`
