// Readers in a process of their own: what else the bench does would be counted as their waiting.
import http from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { send } from "./wire.ts"

export type Reading = {
  urls: string[]
  /** How long at the beginning no wait is counted: a new process opens its connections and compiles what it runs. */
  warmUp: number
  seconds: number
  perSecond: number
}

/** How long each reader waited, in milliseconds, and how many got no page. */
export type Waits = { waits: number[]; failed: number }

const headers = { "accept-encoding": "br" }
const steps = 100

/** Readers who do not wait for each other: so many requests a second. */
async function read({ urls, warmUp, seconds, perSecond }: Reading): Promise<Waits> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
  const reading: Promise<number | null>[] = []
  for (let step = 0; step < (warmUp + seconds) * steps; step++) {
    const next = sleep(1000 / steps)
    for (let n = 0; n < perSecond / steps; n++) {
      const url = urls[(reading.length * 37) % urls.length] ?? ""
      const began = performance.now()
      const request = send(url, { agent, headers })
      reading.push(request.then(({ status }) => (status === 200 ? performance.now() - began : null)))
    }
    await next
  }
  const all = await Promise.all(reading)
  agent.destroy()
  const waits = all.slice(warmUp * perSecond).filter((wait) => wait !== null)
  return { waits, failed: all.filter((wait) => wait === null).length }
}

process.once("message", async (reading: Reading) => {
  process.send?.(await read(reading), () => process.disconnect())
})
