/**
 * Makes typed text harmless without changing what it says: composed (NFC), lines ended by LF, no control
 * or bidi override character, no invisible letter, no tower of combining marks.
 */
export function cleanText(typed: string): string {
  return typed
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(joiners, (joiner, offset: number, all: string) => (joinsSomething(all, offset) ? joiner : ""))
    .replace(flagTags, "$1")
    .replace(unseen, "")
    .replace(towers, "$1")
    .trim()
}

/** The same for a name, which stands on one line and must be visible. */
export function cleanLine(typed: string): string {
  const line = cleanText(typed).replace(directionMarks, "").replace(/\s+/g, " ").trim()
  return blankLetters.test(line) ? "" : line
}

/**
 * Zero-width joiners hold an emoji family together and shape Persian and Indic words. Elsewhere they only
 * make two equal-looking words differ.
 */
const joiners = /[\u200C\u200D]/g
const joining =
  /[\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}\uFE0F\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]$/u

function joinsSomething(all: string, offset: number): boolean {
  const after = all.charAt(offset + 1)
  return (
    joining.test(all.slice(Math.max(0, offset - 2), offset)) &&
    after !== "" &&
    !/[\s\u200C\u200D]/.test(after)
  )
}

/** Tag characters spell out the flags of England, Scotland and Wales after a black flag, and hide text elsewhere. */
const flagTags = /(\u{1F3F4}[\u{E0061}-\u{E007A}]{2,6}\u{E007F})|[\u{E0000}-\u{E007F}]/gu

/** Controls but tab and line feed, bidi embeddings, overrides and isolates, and letters without width. */
const unseen =
  /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\u00AD\u034F\u061C\u180E\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\p{Cs}]/gu

/** No script that people write stacks more than four marks on one letter. */
const towers = /([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu

const directionMarks = /[\u200E\u200F]/g

/** Letters that show nothing: Hangul fillers and the empty braille cell. */
const blankLetters = /^[\s\u115F\u1160\u3164\uFFA0\u2800]*$/
