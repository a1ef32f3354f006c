import { Parser } from "htmlparser2"

type Cut = { start: number; end: number; instead: string }

/**
 * A reader's page without script: takes out what React and Next put in for a browser that would run
 * them, and mends the two things an HTML checker refuses. What stays is byte for byte what was rendered.
 *
 * Out: every `<script>` but JSON-LD, links that would fetch or wait for scripts, comments (React's
 * markers and Next's build id), empty hidden segments. In: hidden `$ACTION_` fields, with which forms work.
 */
export function stripScripts(html: string): string {
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

  // React writes `action=""` for "this address", which HTML wants left out; a form is never an action's target otherwise.
  function mendAction() {
    const tag = html.slice(parser.startIndex, parser.endIndex + 1)
    const mended = tag.replace(/ (form)?action=""/i, "")
    if (mended.length !== tag.length) cut(mended)
  }

  parser.end(html)
  return apply(html, cuts)
}

function onlyComments(inner: string): boolean {
  return /^(<!--[^>]*-->)*$/.test(inner)
}

function fetchesScript({ rel = "", as = "" }: Record<string, string>): boolean {
  if (rel === "modulepreload" || rel === "expect") return true
  return (rel === "preload" || rel === "prefetch") && (as === "script" || as === "fetch")
}

function apply(html: string, cuts: Cut[]): string {
  cuts.sort((a, b) => a.start - b.start)
  let out = ""
  let at = 0
  for (const { start, end, instead } of cuts) {
    if (start < at) continue
    out += html.slice(at, start) + instead
    at = end
  }
  return out + html.slice(at)
}
