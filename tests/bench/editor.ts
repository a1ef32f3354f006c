import { type CDPSession, chromium, type Page } from "@playwright/test"
import { database } from "../../db/client.ts"
import { createPost, paragraphs } from "../../db/factories.ts"
import { findBrowser } from "../support/browser.ts"
import type { Instance } from "./instance.ts"
import { signIn } from "./moderators.ts"
import { slownessOfPhone } from "./phone.ts"
import { fact, kilobytes, ms, type Row, row } from "./table.ts"

const words = 10_000
const keys = 200
/** By default Lighthouse slows the machine down so much, whatever machine it is. */
const lighthouse = 4

/** What a key costs in a long story, and how long the editor takes until somebody can type. */
export async function measureEditor({ app }: Instance): Promise<Row[]> {
  const { cookie } = await signIn(app.url, "editor")
  const [name = "", value = ""] = cookie.split(/=(.*)/s)
  const { id } = await createPost(database(), { status: "draft", publishedAt: null, body: longStory() })
  const browser = await chromium.launch(await findBrowser())
  try {
    const rows: Row[] = []
    const phone = await slownessOfPhone(await browser.newPage())
    const profiles = [
      { slower: 1, profile: "", atMost: { ready: 1500, key: 16 } },
      { slower: phone, profile: ", on a mid-range phone", atMost: { ready: 1500, key: 16 } },
      { slower: lighthouse, profile: `, CPU slowed ${lighthouse} times`, atMost: {} },
    ]
    for (const { slower, profile, atMost } of profiles) {
      const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
      await context.addCookies([{ name, value, url: app.url, httpOnly: true }])
      const page = await context.newPage()
      const wire = await context.newCDPSession(page)
      const scripts = await countScripts(wire)
      await wire.send("Emulation.setCPUThrottlingRate", { rate: slower })
      // The second visit: who works here has been here before.
      await readyAfter(page, `${app.url}/desk/posts/${id}`)
      const first = scripts.bytes
      const ready = await readyAfter(page, `${app.url}/desk/posts/${id}`)
      const about = `${words} words${slower === phone ? `; CPU slowed ${phone.toFixed(1)} times` : ""}`
      rows.push(bounded(`the editor is ready${profile}`, ready, atMost.ready, about))
      const costs = await typeKeys(page, wire)
      rows.push(
        bounded(`  a key, half of them${profile}`, at(costs, 0.5), atMost.key),
        bounded("  95 of 100", at(costs, 0.95), atMost.key),
        bounded("  99 of 100", at(costs, 0.99), atMost.key),
      )
      if (slower === 1) rows.push(fact("  scripts of the editor's page, compressed", kilobytes(first)))
      await context.close()
    }
    return rows
  } finally {
    await browser.close()
  }
}

function longStory() {
  const sentence =
    "The council met on Tuesday and put the question of the old bridge off again until spring. "
  const perParagraph = 5
  const count = Math.ceil(words / (perParagraph * sentence.trim().split(" ").length))
  return paragraphs(...Array.from({ length: count }, () => sentence.repeat(perParagraph).trim()))
}

async function countScripts(wire: CDPSession): Promise<{ bytes: number }> {
  const counted = { bytes: 0 }
  const ofScripts = new Set<string>()
  await wire.send("Network.enable")
  wire.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") ofScripts.add(requestId)
  })
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (ofScripts.has(requestId)) counted.bytes += encodedDataLength
  })
  return counted
}

/** From the begin of the navigation until the text can be typed in. */
async function readyAfter(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: "commit" })
  return page.evaluate<number>(untilReady)
}

/** A text, since the compiler of this process would write names of its own into a function. */
const untilReady = `new Promise((resolve) => {
  const look = () => document.querySelector(".ProseMirror[contenteditable=true]")
    ? resolve(performance.now()) : requestAnimationFrame(look)
  look()
})`

/** What the page's main thread did for each key: scripts, styles, layout and paint, until it had nothing more to do. */
async function typeKeys(page: Page, wire: CDPSession): Promise<number[]> {
  await page.locator(".ProseMirror p").nth(40).click()
  await page.keyboard.press("End")
  // Its own time on the processor: on a shared machine the clock says more of the neighbours.
  await wire.send("Performance.enable", { timeDomain: "threadTicks" })
  const idle = () =>
    page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestIdleCallback(() => done()))),
    )
  const busy = async () => {
    const { metrics } = await wire.send("Performance.getMetrics")
    return (metrics.find((metric) => metric.name === "TaskDuration")?.value ?? 0) * 1000
  }
  const cost = async (act: () => Promise<unknown>) => {
    const before = await busy()
    await act()
    await idle()
    return (await busy()) - before
  }
  await page.keyboard.type("warming up ")
  const costs: number[] = []
  const text = "and nobody who lives there was asked "
  for (let n = 0; n < keys; n++) {
    // What it costs to ask is no cost of the key.
    const asking = await cost(async () => {})
    costs.push(Math.max(0, (await cost(() => page.keyboard.press(text[n % text.length] ?? " "))) - asking))
  }
  return costs.sort((a, b) => a - b)
}

/** A figure against its budget, or without one. */
function bounded(what: string, figure: number, atMost: number | undefined, note?: string): Row {
  return atMost === undefined ? fact(what, ms(figure), note) : row(what, figure, { atMost }, ms, note)
}

const at = (sorted: readonly number[], part: number) => sorted[Math.floor(sorted.length * part)] ?? 0
