import { readFileSync } from "node:fs"
import os from "node:os"
import { ms } from "./table.ts"

/** Seconds belong to a machine and to the hour; ratios and processor time travel further. */
export function machine(): string {
  const load = os.loadavg().map((figure) => figure.toFixed(1))
  const model = os.cpus()[0]?.model.trim() ?? "unknown processor"
  const speed = `${ms(fixedWork())} CPU for a fixed piece of work`
  return `${os.cpus().length} × ${model}, Node ${process.version}, ${system()}, load ${load.join(" ")}, ${speed}`
}

/** Processor time of always the same work, by which figures of two hours or two machines can be compared: the least of ten. */
export function fixedWork(): number {
  const lines = Array.from({ length: 5_000 }, (_, line) => ({ line, words: `word ${(line * 7919) % 5003}` }))
  const times = Array.from({ length: 10 }, () => {
    const before = process.cpuUsage()
    const found = JSON.parse(JSON.stringify(lines)) as typeof lines
    found.sort((a, b) => a.words.localeCompare(b.words, "en"))
    for (const { words } of found) words.replace(/[aeiou]/g, "").split(" ")
    const { user, system: kernel } = process.cpuUsage(before)
    return (user + kernel) / 1000
  })
  return Math.min(...times)
}

function system(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? os.platform()
  } catch {
    return os.platform()
  }
}
