import path from "node:path"
import { pathToFileURL } from "node:url"
import { root } from "./digest.mjs"
import { install } from "./install.mjs"
import { giveUp } from "./prepare.mjs"

// `npm run screen -- FILE.jsonl`: needs the packages, and neither a database nor a build.
try {
  await install()
  const { tsImport } = await import("tsx/esm/api")
  const { screenCommand } = await tsImport(
    pathToFileURL(path.join(root, "lib", "comments", "screen", "cli.ts")).href,
    { parentURL: import.meta.url, tsconfig: path.join(root, "tsconfig.json") },
  )
  process.exitCode = await screenCommand(process.argv.slice(2), {
    say: (line) => write(process.stdout, line),
    complain: (line) => process.stderr.write(`${line}\n`),
  })
} catch (error) {
  // Whoever reads our words may have read enough.
  if (error?.code === "EPIPE") process.exit(0)
  giveUp(error)
}

/** Waits where the reader is slower than we are. */
function write(stream, line) {
  return new Promise((resolve, reject) => {
    stream.write(`${line}\n`, (error) => (error ? reject(error) : resolve()))
  })
}
