import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { withLock } from "../../server/lock.mjs"
import type { Browser } from "./browser.ts"

const root = path.join(import.meta.dirname, "../..")

/**
 * Chromium from npm, with its libraries and fonts: needs no other software. Null where there is none.
 * Release 147.0.0 is the last one for Node 20.
 */
export async function packagedBrowser(): Promise<Browser | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null
  const manifest = path.join(root, "node_modules/@sparticuz/chromium/package.json")
  const { version } = JSON.parse(fs.readFileSync(manifest, "utf8"))
  const folder = path.join(root, ".cache/browser", version)
  await withLock(`${folder}.lock`, async () => {
    if (!fs.existsSync(folder)) unpack(folder)
  })
  const libraries = [path.join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":")
  return {
    executablePath: path.join(folder, "chromium"),
    args: ["--no-sandbox"],
    env: {
      ...textOnly(process.env),
      LD_LIBRARY_PATH: libraries,
      // The package's own file names folders of a cloud host. Without any font, Chromium crashes on web fonts.
      FONTCONFIG_FILE: path.join(import.meta.dirname, "fonts.conf"),
    },
  }
}

/** The package unpacks to the temporary folder, and takes an interrupted unpacking for a whole one. */
function unpack(folder: string): void {
  const partial = `${folder}.partial`
  fs.rmSync(partial, { recursive: true, force: true })
  fs.mkdirSync(partial, { recursive: true })
  const script = `await (await import("@sparticuz/chromium")).default.executablePath()`
  execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: root,
    // Told that it runs on a bare machine, the package also unpacks the libraries Chromium needs.
    env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" },
    stdio: ["ignore", "ignore", "inherit"],
  })
  // The package leaves it executable for the present user only.
  fs.chmodSync(path.join(partial, "chromium"), 0o755)
  fs.renameSync(partial, folder)
}

function textOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
