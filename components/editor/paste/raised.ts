import { styleAttribute } from "@/components/editor/pasted-attributes"
import { stylesOf } from "@/components/editor/pasted-styles"

const plain = "0123456789+-−=()n"
const [raised, lowered] = [lettersOf("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"), lettersOf("₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ")]
const byPlace = new Map([
  ["super", raised],
  ["sub", lowered],
])

/**
 * Writes raised and lowered numbers in the signs that Unicode has for them (22.4, "Superscript and Subscript Symbols"): a
 * story has no mark for them, and ten to the sixth would be 106. Words, as in 1st, are put on the line.
 */
export function keepRaisedNumbers(body: HTMLElement): void {
  for (const element of body.querySelectorAll(`sup, sub, [${styleAttribute}*="vertical-align" i]`)) {
    const letters = byPlace.get(placeOf(element))
    if (!letters || element.matches("[data-footnote]") || element.querySelector("a, [data-footnote]"))
      continue
    const signs = [...(element.textContent ?? "")].map((letter) => letters.get(letter))
    if (signs.length > 0 && !signs.includes(undefined)) element.textContent = signs.join("")
  }
}

function placeOf(element: Element): string {
  const byName = element.matches("sup") ? "super" : element.localName
  return stylesOf(element).get("vertical-align") ?? byName
}

function lettersOf(signs: string): Map<string, string> {
  const all = [...signs]
  return new Map([...plain].map((letter, at) => [letter, all[at] ?? letter]))
}
