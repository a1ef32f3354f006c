import { parseArgs } from "node:util"
import { StartupError } from "../startup-error.mjs"
import { usages } from "./usages.mjs"

/**
 * Reads what follows a script of package.json; `--help` prints its usage and ends the process.
 * @param {string} script
 * @param {string[]} args
 * @returns {{ options: Record<string, string | undefined>, words: string[] }}
 * @throws {StartupError} naming an argument that the script does not take
 */
export function readArguments(script, args) {
  const usage = usages[script]
  if (!usage) throw new StartupError(`There is no script ${script}; package.json lists them all.`)
  const { line, does, more, options: known = [], words: most = 0 } = usage
  const { values, positionals, tokens } = parseArgs({
    args,
    options: {
      help: { type: "boolean", short: "h" },
      ...Object.fromEntries(known.map((name) => [name, { type: "string" }])),
    },
    strict: false,
    tokens: true,
  })
  if (values.help) {
    process.stdout.write(`${line}\n\n${does}\n${more?.() ?? ""}`)
    process.exit(0)
  }
  const unknown =
    tokens.find((token) => token.kind === "option" && !known.includes(token.name))?.rawName ??
    positionals[most]
  const empty = known.find((name) => name in values && (values[name] === true || values[name] === ""))
  const command = line.split(" -- ")[0]
  const help = `\`${command} -- --help\` shows how it is used.`
  if (unknown !== undefined)
    throw new StartupError(`\`${command}\` takes no argument ${JSON.stringify(unknown)}; ${help}`)
  if (empty) throw new StartupError(`--${empty} of \`${command}\` needs a value; ${help}`)
  return { options: values, words: positionals }
}
