import path from "node:path"
import { chromium } from "@playwright/test"
import type { Browser } from "./browser.ts"

const font = path.join(import.meta.dirname, "../../app/fonts/newsreader-plain.woff2")

/** What our pages ask of a browser's fonts: a web font, a local face, other scripts, emoji, form fields. */
const page = `<!doctype html><meta charset="utf-8"><title>Try</title><style>
  @font-face { font-family: Web; src: url(/font.woff2); font-display: swap }
  @font-face { font-family: Local; src: local("Times New Roman") }
</style>
<h1 style="font-family: Web, Local, serif">Masthead</h1>
<p><span>Text العربية ✓ 😀</span></p>
<input value="العربية 😀"><textarea>Text</textarea>`

/** Shows one page in a browser; answers what went wrong, or null. */
export async function faultOf(browser: Browser): Promise<string | null> {
  const running = await chromium.launch(browser).catch(firstLine)
  if (typeof running === "string") return running
  try {
    const tab = await running.newPage()
    await tab.route("**/*", (route) =>
      route.request().url().endsWith(".woff2")
        ? route.fulfill({ path: font, contentType: "font/woff2" })
        : route.fulfill({ body: page, contentType: "text/html" }),
    )
    await tab.goto("http://masthead.test/")
    await tab.evaluate(() => document.fonts.ready)
    await tab.screenshot()
    const text = await tab.locator("span").boundingBox()
    return text && text.width > 0 ? null : "it finds no font"
  } catch (error) {
    return firstLine(error)
  } finally {
    await running.close()
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0] ?? ""
}
