import fs from "node:fs"
import path from "node:path"

type Node = {
  id: number
  callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number }
}
type Profile = { nodes: Node[]; samples: number[]; timeDeltas: number[]; startTime: number }

/** A stretch of time on the clock that a profile's samples are on, in microseconds. */
export type Window = { from: number; to: number }

export const microseconds = () => Number(process.hrtime.bigint() / 1000n)

/** Milliseconds that each thread's profile in a folder gives to each part of the program within a window. */
export function timeByPart(folder: string, { from, to }: Window): Map<string, number>[] {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"))
  return files.sort().map((file) => {
    const { nodes, samples, timeDeltas, startTime }: Profile = JSON.parse(
      fs.readFileSync(path.join(folder, file), "utf8"),
    )
    const part = new Map(nodes.map((node) => [node.id, partOf(node.callFrame)]))
    const found = new Map<string, number>()
    let at = startTime
    for (const [index, id] of samples.entries()) {
      at += timeDeltas[index] ?? 0
      const name = part.get(id)
      if (!name || at < from || at > to) continue
      found.set(name, (found.get(name) ?? 0) + (timeDeltas[index + 1] ?? 0) / 1000)
    }
    return found
  })
}

function partOf({ functionName, url, lineNumber, columnNumber }: Node["callFrame"]): string | null {
  if (functionName === "(idle)") return null
  if (functionName === "(garbage collector)") return "garbage"
  if (/app-page\S*\.runtime\.prod\.js$/.test(url)) {
    return /compiled\/react/.test(moduleAt(url, lineNumber, columnNumber)) ? "React" : "Next"
  }
  if (/node_modules\/(postgres|drizzle-orm)\//.test(url)) return "queries"
  if (/node_modules\/htmlparser2\//.test(url) || /^(scan|parse)Scripts$/.test(functionName)) return "scripts"
  if (/\/chunks\/.*(node_modules_next|next_dist)|node_modules\/next\//.test(url)) return "Next"
  if (/\/\.next\/server\/|\/\.cache\/server\//.test(url)) return "ours"
  return "Node"
}

type Module = { line: number; column: number; name: string }
const modules = new Map<string, Module[]>()

/** Next's runtime is one file with React in it; each module stands behind its path. */
function moduleAt(url: string, line: number, column: number): string {
  let known = modules.get(url)
  if (!known) {
    const lines = fs.readFileSync(url.replace(/^file:\/\//, ""), "utf8").split("\n")
    known = lines.flatMap((text, line) =>
      [...text.matchAll(/"((?:\([a-z-]+\)\/)?\.{1,2}\/[^"]{3,120}?\.js)"\(?[:(]/g)].map((match) => ({
        line,
        column: match.index,
        name: match[1] ?? "",
      })),
    )
    modules.set(url, known)
  }
  return known.findLast((one) => one.line < line || (one.line === line && one.column <= column))?.name ?? ""
}
