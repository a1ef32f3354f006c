import { execFile } from "node:child_process"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import os from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { HtmlValidate } from "html-validate"

const run = promisify(execFile)

const checker = new HtmlValidate({
  extends: ["html-validate:standard"],
  // React writes void elements and attributes its own way; both are valid HTML.
  rules: {
    "void-style": "off",
    "attr-quotes": "off",
    "doctype-style": "off",
    "attribute-boolean-style": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
  },
})

/** What HTML checkers refuse in pages, each under its address: html-validate, and the W3C's where there is Java. */
export async function findingsOfHtml(pages: ReadonlyMap<string, string>): Promise<string[]> {
  const findings: string[] = []
  for (const [address, html] of pages) {
    const { results } = await checker.validateString(html)
    for (const { ruleId, message, line, column } of results.flatMap(({ messages }) => messages))
      findings.push(`${address} ${line}:${column} ${ruleId}: ${message}`)
  }
  const hasJava = await run("java", ["-version"]).then(
    () => true,
    () => false,
  )
  return hasJava ? [...findings, ...(await findingsOfVnu(pages))] : findings
}

type Vnu = {
  messages: {
    type: string
    subType?: string
    url: string
    message: string
    extract?: string
  }[]
}

/** One run for all pages: most of its time is Java's start. */
async function findingsOfVnu(pages: ReadonlyMap<string, string>): Promise<string[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "pages-"))
  try {
    const addresses = [...pages.keys()]
    for (const [at, address] of addresses.entries())
      await writeFile(path.join(folder, `${at}.html`), pages.get(address) ?? "")
    const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar")
    const options = ["-Xmx512m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", folder]
    const { stdout } = await run("java", options, { maxBuffer: 64 * 1024 * 1024 })
    return (JSON.parse(stdout) as Vnu).messages
      .filter(({ type, subType, message }) => {
        // Two hundred comments with a heading each would hide the headings of the page.
        return (type !== "info" || subType === "warning") && !message.startsWith("Article lacks heading")
      })
      .map(({ url, message, extract }) => {
        const address = addresses[Number(path.basename(url, ".html"))]
        return `${address} vnu: ${message} at ${extract?.trim()}`
      })
  } finally {
    await rm(folder, { recursive: true })
  }
}
