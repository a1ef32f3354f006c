import fs from "node:fs"
import path from "node:path"
import { preload } from "react-dom"

let files: string[] | undefined

/**
 * Preloads the headline face, as Next does by itself for every page but `global-not-found.tsx`. Its hashed name stands in the
 * manifest of the build; in development there is none, and nothing is preloaded.
 */
export function preloadHeadline(): void {
  files ??= fontsOf("[project]/app/(site)/page")
  for (const file of files) preload(`/_next/${file}`, { as: "font", type: "font/woff2", crossOrigin: "" })
}

function fontsOf(page: string): string[] {
  try {
    const manifest = path.join(process.cwd(), ".next/server/next-font-manifest.json")
    return JSON.parse(fs.readFileSync(manifest, "utf8")).app[page] ?? []
  } catch {
    return []
  }
}
