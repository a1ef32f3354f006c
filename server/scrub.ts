/** What is longer is cut before anything looks at it: whoever causes an error may choose its words. */
const longest = 4096

/**
 * A line for the log without addresses, queries, tokens and values. Each pattern reads a text once: it begins where
 * nothing of its own stands before, or takes all it has read.
 * @param text anything that may quote a visitor
 */
export function scrub(text: string): string {
  return (
    text
      .slice(0, longest)
      .replace(/\bparams:[\s\S]*/i, "params: …")
      // Postgres quotes what it could not read.
      .replace(
        /(\binvalid input (?:syntax|value) for [^:"]{0,100}): "(?:[\s\S]*"|[\s\S]*)/g,
        (_, said) => `${said}: …`,
      )
      .replace(/\bKey \([^)]{0,200}\)=\([\s\S]*?(?:\) |$)/g, "Key … ")
      .replace(/(?<![^\s"'<>(),;:=])[^\s"'<>(),;:=]+@[^\s"'<>(),;]+/g, "…@…")
      .replace(/\b\d{1,3}(\.\d{1,3}){3}\b/g, "…")
      .replace(/(?<![\w:])([0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}/gi, "…")
      .replace(/\?[^\s"']*/g, (query) => (query.includes("=") ? "?…" : query))
      .replace(/[\w-]{32,}/g, "…")
      .slice(0, 2000)
  )
}
