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

/** Every server action of the build: its id, where its source stands, and the addresses of the pages that carry it. */
export function builtActions(): { id: string; name: string; pages: string[] }[] {
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

function read(file: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(folder, file), "utf8"))
}
