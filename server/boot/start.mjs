const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Masthead needs Node 20.19 or newer, and this is ${process.version}.`)
  process.exit(1)
}

// Imported only now, since older versions stumble over what these files use.
const { giveUp } = await import("./prepare.mjs")
const { start } = await import("./command.mjs")
const [script = "start", ...args] = process.argv.slice(2)
await start(script, args).catch(giveUp)
