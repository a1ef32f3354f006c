import { format } from "node:util"

/**
 * One JSON line for an error, nothing for what went well. Neither holds an address of a person or a
 * network, nor what came after a `?`, nor a token: whoever reads logs shall learn nothing of readers.
 */
export function logError(event: string, error: unknown, path?: string): void {
  const line = {
    time: new Date().toISOString(),
    level: "error",
    event,
    path: path && quietPath(path),
    error: inWords(error),
  }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}

/** What libraries print goes the same way: a failed query, for one, prints the values it was given. */
export function quietConsole(): void {
  for (const level of ["error", "warn"] as const) {
    console[level] = (...args: unknown[]) => {
      const text = args.map((arg) => (arg instanceof Error ? inWords(arg) : scrub(format(arg)))).join(" ")
      if (text.trim()) {
        process.stderr.write(
          `${JSON.stringify({ time: new Date().toISOString(), level, event: "said", error: text })}\n`,
        )
      }
    }
  }
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return scrub(String(error))
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))
  const cause = error.cause ? ` (because: ${inWords(error.cause)})` : ""
  const digest = "digest" in error ? ` [${String(error.digest)}]` : ""
  return (
    scrub(`${error.name}: ${error.message}${digest}`) +
    cause +
    frames
      .slice(0, 4)
      .map((line) => ` ${line.trim()}`)
      .join("")
  )
}

/** @param text anything that may quote a visitor */
export function scrub(text: string): string {
  return (
    text
      .replace(/\bparams:[\s\S]*/i, "params: …")
      // Postgres quotes what it could not read.
      .replace(/(\binvalid input (?:syntax|value) for [^:"]*): "[\s\S]*"/g, "$1: …")
      .replace(/\bKey \([^)]*\)=\([\s\S]*?\) /g, "Key … ")
      .replace(/[^\s"'<>(),;:=]+@[^\s"'<>(),;]+/g, "…@…")
      .replace(/\b\d{1,3}(\.\d{1,3}){3}\b/g, "…")
      .replace(/(?<![\w:])([0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}/gi, "…")
      .replace(/\?[^\s"']*=[^\s"']*/g, "?…")
      .replace(/[\w-]{32,}/g, "…")
      .slice(0, 2000)
  )
}

/** A path without what is secret in it: tokens are long. */
function quietPath(path: string): string {
  return (path.split("?")[0] ?? "").replace(/[^/]{24,}/g, "…")
}
