import { normalise } from "@/lib/text/normalise"

/**
 * Makes typed text harmless without changing what it says: lines ended by LF, no control or bidi override
 * character, no letter without width, composed (NFC).
 */
export function cleanText(typed: string): string {
  const seen = typed
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(unseen, "")
    .replace(flagTags, "$1")
  let text = composed(seen)
  // Where a sign is taken out, marks on both sides of it are put in order anew, and may stand beside another sign then.
  for (let before = ""; before !== text; ) {
    before = text
    text = composed(withoutIdleSigns(text))
  }
  return text.replace(blankBefore, "").trimEnd()
}

/** The same for a name, which stands on one line. */
export function cleanLine(typed: string): string {
  return cleanText(typed.replace(directionMarks, "")).replace(/\s+/g, " ").trim()
}

function composed(text: string): string {
  return normalise(text, "NFC")
}

/**
 * Controls but tab and line feed, half surrogates, interlinear notes, and whatever Unicode says shows
 * nothing: zero-width letters, bidi embeddings, overrides and isolates. One of the notes' signs marks what moderators have
 * blacked out (`blackout.ts`). Flag tags, joiners and selectors come next; direction marks are needed where two scripts
 * meet.
 */
const unseen =
  /(?![\t\n]|\p{Join_Control}|[\u200E\u200F]|\p{Variation_Selector}|[\u{E0020}-\u{E007F}])[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu

/** Tag characters spell the flags of England, Scotland and Wales after a black flag, and hide text elsewhere. */
const flagTags = /(\u{1F3F4}[\u{E0061}-\u{E007A}]{2,6}\u{E007F})|[\u{E0020}-\u{E007F}]/gu

/** Signs without width that do something to what stands beside them, and could otherwise hide any amount of text. */
const signs = /[\p{Join_Control}\p{Variation_Selector}\u200E\u200F]/gu

/** Leaves each where it does something. Judged by what is left before it, so that cleaning twice changes nothing more. */
function withoutIdleSigns(text: string): string {
  const kept: string[] = []
  let [from, before] = [0, ""]
  const keep = (piece: string) => {
    kept.push(piece)
    before = (before + piece).slice(-2)
  }
  for (const { 0: sign, index } of text.matchAll(signs)) {
    keep(text.slice(from, index))
    from = index + sign.length
    if (doesSomething(sign, before, text.slice(from, from + 2))) keep(sign)
  }
  keep(text.slice(from))
  return kept.join("")
}

function doesSomething(sign: string, before: string, after: string): boolean {
  if (sign === "\u200C" || sign === "\u200D") return joined.test(after) && joining.test(before)
  if (sign === "\u200E" || sign === "\u200F") return !/[\u200E\u200F]$/.test(before)
  return drawn.test(before)
}

/**
 * Zero-width joiners hold an emoji family together and shape Persian and Indic words. Elsewhere they only
 * make two equal-looking words differ.
 */
const joining =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Variation_Selector}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]$/u
const joined = /^[^\s\p{Join_Control}\p{Variation_Selector}]/u

/** A selector says how the letter before it is drawn: one for each. */
const drawn = /[^\s\p{M}\p{Cf}]$/u

/** Blank lines, and one blank that slipped in before the first word; more are an indentation. */
const blankBefore = /^(?:[^\S\n]*\n)*(?:[ \u00a0](?!\s))?/

const directionMarks = /[\u200E\u200F]/g
