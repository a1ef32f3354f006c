import fs from "node:fs"
import path from "node:path"

/** Which server actions this build has, and which page carries which: Next's own manifests, read once at start. */
export class ActionTable {
  readonly #pages: Map<string, Set<string>>

  /** @param pages the pages that carry an action, by its id */
  constructor(pages: Map<string, Set<string>>) {
    this.#pages = pages
  }

  static read(folder: string): ActionTable {
    const read = (file: string) => JSON.parse(fs.readFileSync(path.join(folder, file), "utf8"))
    const addresses: Record<string, string> = read("app-path-routes-manifest.json")
    const { node }: { node: Record<string, { workers: Record<string, unknown> }> } = read(
      "server/server-reference-manifest.json",
    )
    const pages = Object.entries(node).map(([id, { workers }]): [string, Set<string>] => {
      // A worker is named by its file below the project: `app/(site)/newsletter/page`.
      const files = Object.keys(workers).map((worker) => worker.replace(/^app/, ""))
      return [id, new Set(files.map((file) => addresses[file] ?? file))]
    })
    return new ActionTable(new Map(pages))
  }

  /** Whether this build has the action; the form of an older build may name one that it does not have. */
  knows(id: string): boolean {
    return this.#pages.has(id)
  }

  /** Whether a page, named by its pattern, carries the action. */
  carries(page: string | undefined, id: string): boolean {
    return page !== undefined && this.#pages.get(id)?.has(page) === true
  }
}

/** How many arguments an action takes: Next writes a bit for each into the first byte of its id. */
export function arity(id: string): number {
  const bits = (Number.parseInt(id.slice(0, 2), 16) >> 1) & 0b111111
  return bits === 0 ? 0 : 6 - Math.log2(bits & -bits)
}
