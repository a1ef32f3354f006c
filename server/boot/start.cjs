const { availableParallelism } = require("node:os")

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Masthead needs Node 20.19 or newer, and this is ${process.version}.`)
  process.exit(1)
}

// libuv reads it when its pool starts, which the loader of modules does: hence a CommonJS file. Each of its threads has
// an arena of glibc's that keeps what was freed, so more threads than cores cost memory for nothing.
process.env.UV_THREADPOOL_SIZE ??= String(Math.min(4, Math.max(2, availableParallelism())))

const [script = "start", ...args] = process.argv.slice(2)

// Imported only now, since older versions stumble over what these files use.
Promise.all([import("./command.mjs"), import("./prepare.mjs")]).then(([{ start }, { giveUp }]) =>
  start(script, args).catch(giveUp),
)
