import type { Page } from "@playwright/test"

/** What a phone of the middle reaches, a Pixel 5, by which Chrome's DevTools calibrate their "mid-tier mobile". */
const midTierIndex = 1000

/**
 * How much slower a mid-range phone is than this machine. The machine's own speed is taken as Lighthouse's BenchmarkIndex:
 * how often a second a text of 10,000 letters is put together and 100,000 numbers are copied, in tens, the mean of both.
 */
export async function slownessOfPhone(page: Page): Promise<number> {
  const index = await page.evaluate<number>(benchmarkIndex)
  return Math.max(1, index / midTierIndex)
}

/** A text, since the compiler of this process would write names of its own into a function. */
const benchmarkIndex = `(() => {
  const tensPerSecond = (work) => {
    const began = performance.now()
    let done = 0
    while (performance.now() - began < 500) {
      for (let times = 0; times < 10; times++) work(done + times)
      done += 10
    }
    return done / 10 / ((performance.now() - began) / 1000)
  }
  const numbers = Array.from({ length: 100000 }, (_, at) => at)
  const copies = [numbers.slice(), numbers.slice()]
  const texts = tensPerSecond(() => {
    let text = ""
    for (let length = 0; length < 10000; length++) text += "a"
    return text
  })
  const arrays = tensPerSecond((time) => {
    const [from, to] = [copies[time % 2], copies[(time + 1) % 2]]
    for (let at = 0; at < from.length; at++) to[at] = from[at]
  })
  return (texts + arrays) / 2
})()`
