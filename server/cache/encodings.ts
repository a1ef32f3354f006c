export type Encoding = "br" | "gzip" | "identity"

/**
 * The encoding an `Accept-Encoding` header asks for (RFC 9110 12.5.3): the highest weight wins, and among
 * equals the smaller one. Nothing is sent in an encoding that was refused, while `identity` is what is left.
 */
export function chooseEncoding(header: string | undefined): Encoding {
  if (!header) return "identity"
  const known = chosen.get(header)
  if (known) return known
  const choice = choose(header)
  // Browsers differ in a handful of spellings; a visitor may invent any number.
  if (chosen.size < 200 && header.length < 200) chosen.set(header, choice)
  return choice
}

const chosen = new Map<string, Encoding>()

function choose(header: string): Encoding {
  const weights = new Map<string, number>()
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim())
    const given = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, "")
    const weight = given === undefined ? 1 : Number(given)
    if (name) weights.set(name === "x-gzip" ? "gzip" : name, weight >= 0 && weight <= 1 ? weight : 0)
  }
  const rest = weights.get("*") ?? 0
  const br = weights.get("br") ?? rest
  const gz = weights.get("gzip") ?? rest
  const identity = weights.get("identity") ?? 0
  if (br > 0 && br >= gz && br >= identity) return "br"
  if (gz > 0 && gz >= identity) return "gzip"
  return "identity"
}

/** Whether a media type is text, so that compressing it is worth the work. */
export function isCompressible(type: string): boolean {
  return /^(text\/|application\/([\w.+-]*\+)?(json|xml|javascript|manifest)|image\/svg)/.test(type)
}
