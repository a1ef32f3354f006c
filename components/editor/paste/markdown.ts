import { marked } from "marked"

/** Signs of Markdown in the lines of a text, by what they make. */
const signs: Record<string, RegExp> = {
  heading: /^#{1,6} \S.*\n\s*\n/m,
  fence: /^```[^\n`]*\n[\s\S]*?^```[ \t]*$/m,
  table: /^\|?[ \t]*:?-{3,}:?[ \t]*(\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$/m,
  link: /\[[^\]\n]{1,200}\]\(https?:\/\/[^\s)]{1,500}\)/,
  list: /^[ \t]*(?:[-*+]|\d{1,3}\.) \S.*\n[ \t]*(?:[-*+]|\d{1,3}\.) \S/m,
  quote: /^> \S/m,
  strong: /(?<![\p{L}\p{N}*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\p{L}\p{N}*])/u,
}

/** These alone say enough; of the others two are needed, since a single one may be words as somebody wrote them. */
const enough = new Set(["heading", "fence", "table"])

/** Whether a plain text can hardly be anything but Markdown. One line is never enough. */
export function isMarkdown(text: string): boolean {
  const lines = text.replace(/\r\n?/g, "\n").trim()
  if (lines.length > longest || !lines.includes("\n")) return false
  const found = Object.keys(signs).filter((name) => signs[name]?.test(lines))
  return found.length > 1 || found.some((name) => enough.has(name))
}

/** As HTML, to be read as any other that is pasted. */
export function markdownHtml(text: string): string {
  return marked.parse(text, { async: false, gfm: true })
}

/** As much as a story can hold. */
const longest = 500_000
