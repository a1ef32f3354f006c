import { readArguments } from "./arguments.mjs"
import { loadSource } from "./load-source.mjs"
import { giveUp } from "./prepare.mjs"

// `npm run screen -- FILE.jsonl` judges a file of comments as the screening would.
try {
  const { words } = readArguments("screen", process.argv.slice(2))
  const { screenCommand } = await loadSource("lib/ops/screen/cli.ts", "tsconfig.json")
  process.exitCode = await screenCommand(words, {
    say: (line) => write(process.stdout, line),
    complain: (line) => process.stderr.write(`${line}\n`),
  })
} catch (error) {
  // The reader closed the pipe: not an error.
  if (error?.code === "EPIPE") process.exit(0)
  giveUp(error)
}

/** Waits where the reader is slower than we are. */
function write(stream, line) {
  return new Promise((resolve, reject) => {
    stream.write(`${line}\n`, (error) => (error ? reject(error) : resolve()))
  })
}
