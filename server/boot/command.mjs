import fs from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { StartupError } from "../startup-error.mjs"
import { root } from "./digest.mjs"
import { keepHeapLean } from "./heap.mjs"
import { prepare } from "./prepare.mjs"

const commands = ["migrate", "seed", "staff", "verify-log"]

/**
 * `npm start` and its relatives: makes ready, then serves, or runs one command on the database.
 * @param {string[]} args `--dev`, or `--only=` and one of `commands` with what follows it
 */
export async function start(args) {
  const only = args.find((arg) => arg.startsWith("--only="))?.slice("--only=".length)
  if (only && !commands.includes(only)) {
    throw new StartupError(`--only=${only} is not known; it can be ${commands.join(", ")}.`)
  }
  const dev = args.includes("--dev")
  process.chdir(root)
  readEnvFile()
  process.env.NODE_ENV = dev ? "development" : "production"
  process.env.NEXT_TELEMETRY_DISABLED = "1"

  const file = await prepare({ pages: false })
  const main = await import(pathToFileURL(file).href)
  const settings = main.readEnvironment()
  if (only) {
    process.exit(
      await main.runCommand(
        settings,
        only,
        args.filter((arg) => !arg.startsWith("--only=")),
      ),
    )
  }
  keepHeapLean()
  // The port is taken before the long work, so that a start that cannot serve fails in its first second.
  const edge = await main.startEdge(settings)
  if (!dev) await prepare()
  await main.serve(settings, edge, { dev })
}

/** `.env` in the checkout; what is set outside wins. */
function readEnvFile() {
  const file = path.join(root, ".env")
  if (fs.existsSync(file)) process.loadEnvFile(file)
}
