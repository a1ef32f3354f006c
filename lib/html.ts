/** A piece of HTML that may be put into a page as it is. Only `html` makes one. */
export class Html {
  readonly #text: string

  constructor(text: string, maker: typeof html) {
    if (maker !== html) throw new TypeError("Html is made by the tag `html`.")
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

type Value = string | number | Html | readonly Html[]

/**
 * HTML from a template. Whatever is put in is escaped for an element's text and for an attribute in double
 * quotes; only what came from `html` itself goes in as it is. For places where the two passes of a React page
 * cost more than what they render; everywhere else an element is the better choice.
 */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  let text = parts[0] ?? ""
  for (let i = 0; i < values.length; i++) text += written(values[i] as Value) + parts[i + 1]
  return new Html(text, html)
}

function written(value: Value): string {
  if (typeof value === "string") return escapeHtml(value)
  if (Array.isArray(value)) return value.join("")
  return String(value)
}

const special = /[&<>"]/
const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
}

function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(/[&<>"]/g, (sign) => entities[sign] as string) : text
}
