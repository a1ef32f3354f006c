import fs from "node:fs"
import path from "node:path"
import { z } from "zod"

const folder = path.join(import.meta.dirname, "../../.next")

/** Every address the build answers, as Next writes them: `/posts/[slug]`. */
export function builtRoutes(): string[] {
  const manifest = z.record(z.string(), z.string()).parse(read("app-path-routes-manifest.json"))
  return Object.values(manifest).filter((route) => !route.startsWith("/_"))
}

/** Those of them that are pages, not route handlers. */
export function builtPages(): string[] {
  const manifest = z.record(z.string(), z.string()).parse(read("app-path-routes-manifest.json"))
  return Object.entries(manifest).flatMap(([file, route]) => (file.endsWith("/page") ? route : []))
}

type BuiltAction = { id: string; name: string; pages: string[] }

let known: BuiltAction[] | undefined

/** Every server action of the build: its id, where its source stands, and the addresses of the pages that carry it. */
export function builtActions(): BuiltAction[] {
  known ??= readActions()
  return known
}

function readActions(): BuiltAction[] {
  const addresses = z.record(z.string(), z.string()).parse(read("app-path-routes-manifest.json"))
  const workers = z.record(z.string(), z.unknown())
  const entry = z.object({ filename: z.string(), exportedName: z.string(), workers })
  const manifest = z
    .object({ node: z.record(z.string(), entry) })
    .parse(read("server/server-reference-manifest.json"))
  return Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${filename}#${exportedName}`,
    pages: Object.keys(workers).map((worker) => addresses[worker.replace(/^app/, "")] ?? worker),
  }))
}

/** The addresses of the pages whose scripts hold this text, which no minifier changes. */
export function pagesLoading(text: string): string[] {
  const manifest = z.record(z.string(), z.string()).parse(read("app-path-routes-manifest.json"))
  const loading = Object.entries(manifest).filter(([file]) => {
    const entry = path.join(folder, "server/app", `${file}_client-reference-manifest.js`)
    const scripts = fs.existsSync(entry)
      ? (fs.readFileSync(entry, "utf8").match(/static\/chunks\/[^"]+\.js/g) ?? [])
      : []
    return [...new Set(scripts)].some((script) =>
      fs.readFileSync(path.join(folder, script), "utf8").includes(text),
    )
  })
  return loading.map(([, address]) => address).sort()
}

function read(file: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(folder, file), "utf8"))
}
