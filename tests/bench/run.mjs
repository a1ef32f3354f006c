import { readArguments } from "../../server/boot/arguments.mjs"
import { giveUp, prepare } from "../../server/boot/prepare.mjs"

// `npm run bench`. Plain Node, since nothing may be installed yet.
try {
  readArguments("bench", process.argv.slice(2))
  await prepare()
} catch (error) {
  giveUp(error)
}
const { register } = await import("tsx/esm/api")
register()
await import("./bench.ts")
