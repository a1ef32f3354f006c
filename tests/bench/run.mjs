import { createRequire, Module } from "node:module"
import { readArguments } from "../../server/boot/arguments.mjs"
import { giveUp, prepare } from "../../server/boot/prepare.mjs"

// `npm run bench`. Plain Node, since nothing may be installed yet.
try {
  readArguments("bench", process.argv.slice(2))
  await prepare()
} catch (error) {
  giveUp(error)
}
// The bench calls what is for the server only, and is no part of a build that would say so.
const require = createRequire(import.meta.url)
const serverOnly = require.resolve("server-only")
require.cache[serverOnly] = Object.assign(new Module(serverOnly), { filename: serverOnly, loaded: true })
// The one that the instances of the bench are started with.
process.env.AUTH_SECRET = "a secret for tests, of more than thirty-two characters"
const { register } = await import("tsx/esm/api")
register()
await import("./bench.ts")
