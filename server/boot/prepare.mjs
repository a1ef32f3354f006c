import path from "node:path"
import { fileURLToPath } from "node:url"
import { withLock } from "../lock.mjs"
import { isStartupError } from "../startup-error.mjs"
import { buildPages, buildServer } from "./build.mjs"
import { root } from "./digest.mjs"
import { install } from "./install.mjs"

const lock = path.join(root, ".cache", "prepare.lock")

/**
 * Makes everything ready to start: packages, the compiled server, the pages. What is ready is left
 * alone, and two that ask at once do the work once. Answers the compiled server's folder.
 * @param {{ pages?: boolean }} [options] `pages: false` for commands that serve none
 * @returns {Promise<string>}
 */
export async function prepare({ pages = true } = {}) {
  return withLock(lock, async () => {
    await install()
    const compiled = await buildServer()
    if (pages) await buildPages()
    return compiled
  })
}

/** Prints one sentence and exits with code 1. */
export function giveUp(error) {
  if (isStartupError(error) && error.output) process.stderr.write(`${error.output.trimEnd()}\n\n`)
  if (process.env.NODE_DEBUG) console.error(error)
  console.error(isStartupError(error) ? error.message : `Masthead could not start: ${error?.message}`)
  process.exit(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await prepare().catch(giveUp)
