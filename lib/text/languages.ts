/** Languages that newspapers are written in, by their codes (BCP 47). */
const codes = [
  "af am ar ar-EG ar-SY az be bg bn br bs ca ckb cs cy da de de-AT de-CH el en en-AU en-CA en-IE en-GB en-US eo es",
  "es-AR es-MX et eu fa fi fil fo fr fr-BE fr-CA fr-CH fy ga gd gl gu ha he hi hr hsb hu hy id ig is it ja ka kk km kmr",
  "kn ko ku ky lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nl-BE nn oc om or pa pl ps pt pt-BR rm ro ru rw sc se si",
  "sk sl so sq sr sr-Latn sv sw ta te th ti tk tr uk ur uz vi wo xh yi yo zh-Hans zh-Hant zu",
].flatMap((line) => line.split(" "))

/**
 * Languages to choose from, each by its name in itself, in the order of these names; also the one that is chosen now,
 * whatever it is.
 */
export function languageChoices(chosen: string): { code: string; name: string }[] {
  // Kurdish has two codes with one name; the chosen one comes first and counts.
  const byName = new Map<string, string>()
  for (const code of [chosen, ...codes]) if (!byName.has(nameIn(code))) byName.set(nameIn(code), code)
  return [...byName]
    .map(([name, code]) => ({ code, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"))
}

/** Whether a code is one of those that `languageChoices` offers by itself. */
export function isLanguageChoice(code: string): boolean {
  return codes.includes(code)
}

/**
 * The language to propose to a browser: the first of its `Accept-Language` (RFC 9110, 12.5.4) that can be chosen, with
 * its region or without; English where there is none.
 */
export function proposedLanguage(accepted: string): string {
  const wanted = accepted
    .slice(0, 500)
    .split(",")
    .map((range) => /^\s*([\w-]+)\s*(?:;\s*q=([\d.]+))?\s*$/.exec(range))
    .map((match) => ({ tag: match?.[1] ?? "", weight: Number(match?.[2] ?? 1) }))
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  const known = new Map(codes.map((code) => [code.toLowerCase(), code]))
  for (const { tag } of wanted) {
    const found = known.get(tag.toLowerCase()) ?? known.get(tag.toLowerCase().split("-")[0] ?? "")
    if (found) return found
  }
  return "en"
}

function nameIn(code: string): string {
  try {
    const name =
      new Intl.DisplayNames([code], { type: "language", languageDisplay: "standard" }).of(code) ?? code
    const english =
      new Intl.DisplayNames(["en"], { type: "language", languageDisplay: "standard" }).of(code) ?? code
    return name === english ? name : `${capitalised(name, code)} – ${english}`
  } catch {
    return code
  }
}

/** Georgian has capital letters for whole lines in capitals only; one at a word's beginning is an error. */
function capitalised(name: string, code: string): string {
  return /^\p{Script=Georgian}/u.test(name) ? name : name.charAt(0).toLocaleUpperCase(code) + name.slice(1)
}
