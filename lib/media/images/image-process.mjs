// @ts-check
import fs from "node:fs"
import os from "node:os"
import sharp from "sharp"
import { inspect } from "./inspect.mjs"
import { crop, variants } from "./resize.mjs"

/**
 * The process that decodes pictures, apart from the app: libvips is C, and a hostile file may end it. It takes one
 * request at a time, has no secret in its environment, and is plain JavaScript so that Node runs it without a build.
 */

sharp.cache(false)
sharp.concurrency(1)
// Only decoders for the formats taken; the list of what is open fails closed when libvips learns another one.
sharp.block({ operation: ["VipsForeignLoad"] })
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif", "Tiff"].map((name) => `VipsForeignLoad${name}`),
})
comeLast()

/** @type {Record<string, (request: any, step: (value: unknown) => void) => Promise<unknown>>} */
const tasks = { inspect, variants, crop }

/** @param {unknown} message */
const tell = (message) => process.send?.(message)

// Work is done in threads of libuv, so this thread can say how much memory it takes meanwhile.
setInterval(() => tell({ what: "memory", rss: process.memoryUsage.rss() }), 50).unref()

process.on("message", async (/** @type {any} */ request) => {
  try {
    const value = await tasks[request.task]?.(request, (step) => tell({ what: "step", step }))
    tell({ what: "done", value, usage: usage() })
  } catch (error) {
    tell({ what: "failed", reason: String(error instanceof Error ? error.message : error).slice(0, 500) })
  }
})
process.on("disconnect", () => process.exit())
tell({ what: "ready" })

/** Of this process since it began. */
function usage() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  return { userCPUTime, systemCPUTime, peakKilobytes: peakOnLinux() ?? maxRSS }
}

/** Linux counts into the `ru_maxrss` of a process what the one that started it held at that time (getrusage(2)). */
function peakOnLinux() {
  if (process.platform !== "linux") return null
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(fs.readFileSync("/proc/self/status", "utf8"))
  return peak ? Number(peak[1]) : null
}

/**
 * Gives this process's work a lower priority than the app's. On Linux a priority is a thread's own, and those that decode
 * get that of the thread which makes them: libuv's, which loading this file has begun already.
 */
function comeLast() {
  if (process.platform !== "linux") return
  for (const thread of fs.readdirSync("/proc/self/task")) os.setPriority(Number(thread), 10)
}
