import { chromium } from "@playwright/test"
import { findBrowser } from "../support/browser.ts"
import type { Story } from "./busiest-story.ts"
import type { Instance } from "./instance.ts"
import { fact, kilobytes, plain, type Row, row } from "./table.ts"
import { fetchRaw } from "./wire.ts"

type Fetched = { type: string; bytes: number }

/** What a browser that has never been here takes over the wire, headers included. */
export async function measureFirstVisit({ app }: Instance, story: Story): Promise<Row[]> {
  const fetched = await firstVisit(story.url)
  const counted = fetched.filter(({ type }) => type !== "Image")
  const front = await firstVisit(`${app.url}/`)
  const bytes = (list: Fetched[]) => list.reduce((sum, each) => sum + each.bytes, 0)
  const kinds = [...new Set(counted.map(({ type }) => type))]
  const images = fetched.length - counted.length
  const scripts = bytes(fetched.filter(({ type }) => type === "Script"))
  return [
    row(
      "a first visit to it, images aside",
      bytes(counted),
      { atMost: 30_000 },
      kilobytes,
      kinds
        .map(
          (kind) => `${kind.toLowerCase()} ${kilobytes(bytes(counted.filter(({ type }) => type === kind)))}`,
        )
        .join(", "),
    ),
    row("  requests", counted.length, { atMost: 4 }, plain),
    row("  bytes of script", scripts, { atMost: 0 }, plain),
    fact("  images in view", `${images}, ${kilobytes(bytes(fetched) - bytes(counted))}`),
    row(
      "front page, first view on a phone, pictures included",
      bytes(front),
      { atMost: 120_000 },
      kilobytes,
      `${front.filter(({ type }) => type === "Image").length} pictures`,
    ),
  ]
}

async function readBefore(url: string): Promise<void> {
  for (let reader = 0; reader < 4; reader++) {
    await fetchRaw(url, { "accept-encoding": "br" })
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** By a phone as Lighthouse takes one. */
async function firstVisit(url: string): Promise<Fetched[]> {
  // Not the first to see this version of the page, as hardly anybody is; see `Document`.
  await readBefore(url)
  const browser = await chromium.launch(await findBrowser())
  try {
    const page = await browser.newPage({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 })
    const wire = await page.context().newCDPSession(page)
    const types = new Map<string, string>()
    const fetched: Fetched[] = []
    await wire.send("Network.enable")
    wire.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type))
    wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
      fetched.push({ type: types.get(requestId) ?? "Other", bytes: encodedDataLength }),
    )
    await page.goto(url, { waitUntil: "networkidle" })
    return fetched
  } finally {
    await browser.close()
  }
}
