import { spawnSync } from "node:child_process"
import fs from "node:fs"
import { chromium } from "@playwright/test"
import { packagedBrowser } from "./packaged-browser.ts"
import { faultOf } from "./try-browser.ts"

/** What Playwright's launch needs to know. */
export type Browser = { executablePath: string; args?: string[]; env?: Record<string, string> }

/** One way to a browser: null where it does not exist on this machine. */
type Way = { name: string; find: () => Browser | null | Promise<Browser | null> }

const installed = [
  // The same browser without its windows, which takes two thirds of the time.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
]

/** Chromium from npm, which needs nothing else. */
export const packaged: Way[] = [
  { name: "The npm package @sparticuz/chromium", find: packagedBrowser },
  { name: "The same without a zygote", find: withoutZygote },
]

const ways: Way[] = [
  ...[chromium.executablePath(), ...installed].map((file) => ({ name: file, find: () => existing(file) })),
  ...packaged,
  { name: "Playwright's download", find: downloaded },
  { name: "Debian's package", find: fromDebian },
]

/**
 * Finds a Chromium that shows our pages, or gets one: named by `PLAYWRIGHT_CHROMIUM`, Playwright's own, one
 * that is installed, the one that comes as an npm package, Playwright's download, Debian's package.
 */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.PLAYWRIGHT_CHROMIUM
  if (!named) return firstThatWorks(ways)
  if (!fs.existsSync(named)) throw new Error(`PLAYWRIGHT_CHROMIUM names ${named}, which does not exist.`)
  const browser = withArguments({ executablePath: named })
  const fault = await faultOf(browser)
  if (fault) throw new Error(`PLAYWRIGHT_CHROMIUM names ${named}, which does not show our pages: ${fault}`)
  return browser
}

/** Tries each browser before it is taken, and says on the console why one is passed over. */
export async function firstThatWorks(ways: Way[]): Promise<Browser> {
  for (const { name, find } of ways) {
    try {
      const found = await find()
      if (!found) continue
      const browser = withArguments(found)
      const fault = await faultOf(browser)
      if (!fault) return browser
      console.warn(`${name} does not show our pages, so the next browser is tried: ${fault}`)
    } catch (error) {
      console.warn(`${name} cannot be used, so the next browser is tried: ${error}`)
    }
  }
  throw new Error("No browser was found: install Chromium, or name one in PLAYWRIGHT_CHROMIUM.")
}

function withArguments(browser: Browser): Browser {
  const args = [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ]
  // Chromium's sandbox refuses to run as root, and containers often forbid what it needs.
  if (process.getuid?.() === 0 || process.env.CI) args.push("--no-sandbox")
  return { ...browser, args: [...args, ...(browser.args ?? [])] }
}

function existing(file: string): Browser | null {
  return fs.existsSync(file) ? { executablePath: file } : null
}

/**
 * Each page starts a process, which costs a third more where there is no zygote to fork it from; some containers do not
 * let one run.
 */
async function withoutZygote(): Promise<Browser | null> {
  const browser = await packagedBrowser()
  return browser && { ...browser, args: [...(browser.args ?? []), "--no-zygote"] }
}

function downloaded(): Browser | null {
  const { status } = spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit" })
  return status === 0 ? existing(chromium.executablePath()) : null
}

function fromDebian(): Browser | null {
  if (process.getuid?.() !== 0) return null
  const { status } = spawnSync("apt-get", ["install", "-y", "chromium"], { stdio: "inherit" })
  return status === 0 ? existing("/usr/bin/chromium") : null
}
