import { Parser } from "htmlparser2"

type Cut = { start: number; end: number; instead: string }

/** What `stripScripts` does, by a parser that takes any text for HTML. */
export function parseScripts(html: string): string {
  const cuts: Cut[] = []
  let scriptStart = -1
  // Within SVG a script may hold another.
  let scriptDepth = 0
  let hiddenDiv: { start: number; end: number } | null = null
  const cut = (instead = "") => cuts.push({ start: parser.startIndex, end: parser.endIndex + 1, instead })

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        hiddenDiv = null
        if (name === "script") {
          if (scriptDepth > 0 || attributes.type !== "application/ld+json") {
            if (scriptDepth++ === 0) scriptStart = parser.startIndex
          }
        } else if (name === "link") {
          if (fetchesScript(attributes)) cut()
        } else if (name === "form" || name === "button" || name === "input") {
          mendAction()
        } else if (name === "div" && attributes.hidden === "" && Object.keys(attributes).length === 1) {
          hiddenDiv = { start: parser.startIndex, end: parser.endIndex + 1 }
        }
      },
      onclosetag(name, implied) {
        if (name === "script" && scriptDepth > 0) {
          if (--scriptDepth === 0) {
            cuts.push({ start: scriptStart, end: implied ? html.length : parser.endIndex + 1, instead: "" })
          }
        } else if (
          name === "div" &&
          hiddenDiv &&
          onlyComments(html.slice(hiddenDiv.end, parser.startIndex))
        ) {
          cuts.push({ ...hiddenDiv, instead: "" })
          cut()
        }
        hiddenDiv = null
      },
      oncomment() {
        cut()
      },
    },
    { decodeEntities: false },
  )

  function mendAction() {
    const tag = html.slice(parser.startIndex, parser.endIndex + 1)
    const mended = withoutEmptyAction(tag)
    if (mended.length !== tag.length) cut(mended)
  }

  parser.end(html)
  return apply(html, cuts)
}

/** React writes `action=""` for "this address", which HTML wants left out; a form is never an action's target otherwise. */
export function withoutEmptyAction(tag: string): string {
  return tag.replace(/ (form)?action=""/i, "")
}

function onlyComments(inner: string): boolean {
  return /^(<!--[^>]*-->)*$/.test(inner)
}

export function fetchesScript({ rel = "", as = "" }: Record<string, string>): boolean {
  if (rel === "modulepreload" || rel === "expect") return true
  return (rel === "preload" || rel === "prefetch") && (as === "script" || as === "fetch")
}

function apply(html: string, cuts: Cut[]): string {
  cuts.sort((a, b) => a.start - b.start)
  let out = ""
  let at = 0
  for (const { start, end, instead } of cuts) {
    if (start < at) continue
    const kept = html.slice(at, start)
    // What stands behind a cut may not become a tag by it.
    out += (kept.endsWith("<") ? `${kept.slice(0, -1)}&lt;` : kept) + instead
    at = end
  }
  return out + html.slice(at)
}
