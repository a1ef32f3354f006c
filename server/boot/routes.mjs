import { readArguments } from "./arguments.mjs"
import { loadSource } from "./load-source.mjs"
import { giveUp } from "./prepare.mjs"

// `npm run routes` prints the table of routes; `npm run routes -- post:a-story` which pages a cache tag drops, and why.
try {
  const [tag] = readArguments("routes", process.argv.slice(2)).words
  const { routeLines, droppedBy } = await loadSource("server/edge/explain-routes.ts", "server/tsconfig.json")
  console.log((tag ? droppedBy(tag) : routeLines()).join("\n"))
} catch (error) {
  giveUp(error)
}
