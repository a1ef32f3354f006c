import type { Page } from "@playwright/test"

/**
 * Watches what a reader's page does: no script is fetched, nothing is asked of another host, and the
 * console stays empty of errors. Answers a function that lists what went against it.
 */
export function watchReaderPage(page: Page): () => string[] {
  const wrong: string[] = []
  page.on("request", (request) => {
    const url = new URL(request.url())
    if (url.origin !== process.env.TEST_URL && url.protocol !== "data:") wrong.push(`asked ${url.origin}`)
    if (request.resourceType() === "script") wrong.push(`fetched a script: ${url.pathname}`)
  })
  page.on("console", (message) => {
    // Chromium reports each answer of 4xx as an error; those pages are asked for on purpose.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      wrong.push(message.text())
  })
  page.on("pageerror", (error) => wrong.push(error.message))
  return () => wrong
}
