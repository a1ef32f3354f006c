import { spawnSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { chromium } from "@playwright/test"

/** What Playwright's launch needs to know. */
export type Browser = { executablePath: string; args: string[]; env?: Record<string, string> }

const cache = path.join(import.meta.dirname, "../../.cache/browser")

/**
 * Finds a Chromium, or gets one: named by `PLAYWRIGHT_CHROMIUM`, Playwright's own, one that is installed,
 * the one that comes as an npm package, Playwright's download, Debian's package.
 */
export async function findBrowser(): Promise<Browser> {
  const args = [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ]
  // Chromium's sandbox refuses to run as root, and containers often forbid what it needs.
  if (process.getuid?.() === 0 || process.env.CI) args.push("--no-sandbox")

  const named = process.env.PLAYWRIGHT_CHROMIUM
  if (named) {
    if (!fs.existsSync(named)) throw new Error(`PLAYWRIGHT_CHROMIUM names ${named}, which does not exist.`)
    return { executablePath: named, args }
  }
  const ready = [chromium.executablePath(), ...installed].find((file) => file && fs.existsSync(file))
  if (ready) return { executablePath: ready, args }
  const packaged = await fromPackage()
  if (packaged) return { ...packaged, args: [...args, "--no-sandbox", "--no-zygote"] }
  if (spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit" }).status === 0) {
    return { executablePath: chromium.executablePath(), args }
  }
  if (
    process.getuid?.() === 0 &&
    spawnSync("apt-get", ["install", "-y", "chromium"], { stdio: "inherit" }).status === 0
  ) {
    return { executablePath: "/usr/bin/chromium", args }
  }
  throw new Error("No browser was found: install Chromium, or name one in PLAYWRIGHT_CHROMIUM.")
}

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
]

/** The npm package unpacks to the temporary folder, readable by one user only, so it gets a folder of ours. */
async function fromPackage(): Promise<{ executablePath: string; env: Record<string, string> } | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null
  fs.mkdirSync(cache, { recursive: true })
  const before = { ...process.env }
  try {
    // Told that it runs on a bare machine, the package also unpacks the libraries Chromium needs.
    Object.assign(process.env, { TMPDIR: cache, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" })
    const { default: packaged } = await import("@sparticuz/chromium")
    const executablePath = await packaged.executablePath()
    const libraries = [path.join(cache, "al2023", "lib"), before.LD_LIBRARY_PATH].filter(Boolean).join(":")
    return {
      executablePath,
      env: { ...textOnly(before), LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: path.join(cache, "fonts") },
    }
  } catch {
    return null
  } finally {
    process.env = before
  }
}

function textOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
