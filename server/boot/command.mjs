import fs from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { readArguments } from "./arguments.mjs"
import { root } from "./digest.mjs"
import { keepHeapLean } from "./heap.mjs"
import { announceInstance } from "./instances.mjs"
import { prepare } from "./prepare.mjs"

/**
 * `npm start` and its relatives: makes ready, then serves, or runs one command on the database.
 * @param {string} script the name of the script in package.json
 * @param {string[]} args what was written after it
 */
export async function start(script, args) {
  const given = readArguments(script, args)
  process.chdir(root)
  readEnvFile()
  const dev = script === "dev"
  process.env.NODE_ENV = dev ? "development" : "production"
  process.env.NEXT_TELEMETRY_DISABLED = "1"

  const compiled = await prepare({ pages: false })
  // A file of its own, so that a wrong value is named before Next is loaded.
  const { readEnvironment } = await load(compiled, "settings")
  const settings = readEnvironment()
  if (!dev && script !== "start") {
    const { runCommand } = await load(compiled, "commands")
    process.exit(await runCommand(settings, script, given))
  }
  const main = await load(compiled, "main")
  keepHeapLean()
  // The port is taken before the long work, so that a start that cannot serve fails in its first second.
  const edge = await main.startEdge(settings)
  await main.checkDatabase(settings)
  if (!dev) {
    await prepare()
    announceInstance()
  }
  await main.serve(settings, edge, { dev })
}

function load(folder, name) {
  return import(pathToFileURL(path.join(folder, `${name}.mjs`)).href)
}

/** `.env` in the checkout; what is set outside wins. */
function readEnvFile() {
  const file = path.join(root, ".env")
  if (fs.existsSync(file)) process.loadEnvFile(file)
}
