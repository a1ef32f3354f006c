import { format } from "node:util"
import { LineLimit } from "./line-limit.ts"
import { scrub } from "./scrub.ts"

const lines = new LineLimit()

/**
 * One JSON line for an error, nothing for what went well. Neither holds an address of a person or a
 * network, nor what came after a `?`, nor a token: whoever reads logs shall learn nothing of readers.
 * The same kind again within a minute is only counted.
 */
export function logError(event: string, error: unknown, path?: string): void {
  write([event, kindOf(error)], {
    level: "error",
    event,
    path: path && quietPath(path),
    error: inWords(error),
  })
}

/** What libraries print goes the same way: a failed query, for one, prints the values it was given. */
export function quietConsole(): void {
  for (const level of ["error", "warn"] as const) {
    console[level] = (...args: unknown[]) => {
      const text = args.map((arg) => (arg instanceof Error ? inWords(arg) : scrub(format(arg)))).join(" ")
      if (text.trim()) write([level, ...args.map(kindOf)], { level, event: "said", error: text })
    }
  }
}

function write(kind: string[], line: Record<string, unknown>): void {
  const suppressed = lines.pass(kind.join("\n"))
  if (suppressed === null) return
  const said = { time: new Date().toISOString(), ...line, ...(suppressed > 0 ? { suppressed } : {}) }
  process.stderr.write(`${JSON.stringify(said)}\n`)
}

/** Errors of one place in the code are one kind, whatever a visitor put into their words. */
function kindOf(value: unknown): string {
  if (!(value instanceof Error)) return scrub(format(value)).slice(0, 200)
  const frames = framesOf(value)
  // Every failed query has the driver's frame first; where we asked for it tells faults apart.
  const ours = frames.find((frame) => /:\d+:\d+\)?$/.test(frame) && !/node_modules|node:/.test(frame))
  const place = ours ?? frames[0]
  return [value.name, ...codesOf(value), place ?? scrub(value.message).slice(0, 200)].join(" ")
}

/** What system and database call an error and what caused it: `ENOSPC`, `42501`. */
function codesOf(error: Error, depth = 0): string[] {
  const code = "code" in error ? [String(error.code).slice(0, 50)] : []
  return error.cause instanceof Error && depth < 3 ? [...code, ...codesOf(error.cause, depth + 1)] : code
}

function framesOf(error: Error): string[] {
  const { stack = "", message } = error
  // A stack begins with the message, in which a visitor's words may look like frames.
  const frames = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack
  return frames.split("\n").flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []))
}

function inWords(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return scrub(String(error))
  const cause = error.cause && depth < 3 ? ` (because: ${inWords(error.cause, depth + 1)})` : ""
  const digest = "digest" in error ? ` [${String(error.digest)}]` : ""
  const frames = framesOf(error).slice(0, 4)
  return [scrub(`${error.name}: ${error.message}${digest}`) + cause, ...frames].join(" ")
}

/** A path without what is secret in it: tokens are long. */
function quietPath(path: string): string {
  return (path.split("?")[0] ?? "").replace(/[^/]{24,}/g, "…")
}
