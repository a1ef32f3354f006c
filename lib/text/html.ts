class EscapedHtml {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** A piece of HTML that may be put into a page as it is. Only `html` makes one. */
export type Html = EscapedHtml

type Value = string | number | Html | readonly Html[]

/**
 * HTML from a template. Whatever is put in is escaped for an element's text and for an attribute in double
 * quotes; only what came from `html` itself goes in as it is. For places where the two passes of a React page
 * cost more than what they render; everywhere else an element is the better choice.
 */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  let text = parts[0] ?? ""
  for (let i = 0; i < values.length; i++) text += written(values[i] as Value) + parts[i + 1]
  return new EscapedHtml(text)
}

function written(value: Value): string {
  if (typeof value === "string") return escapeHtml(value)
  if (typeof value === "number") return String(value)
  if (value instanceof EscapedHtml) return value.toString()
  if (!Array.isArray(value)) throw new TypeError("This is no piece of HTML.")
  let text = ""
  for (const piece of value) {
    if (!(piece instanceof EscapedHtml)) throw new TypeError("This is no piece of HTML.")
    text += piece.toString()
  }
  return text
}

const special = /[&<>"]/
const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
}

function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(/[&<>"]/g, (sign) => entities[sign] as string) : text
}
