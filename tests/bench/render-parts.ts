import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { brotliDecompressSync } from "node:zlib"
import { closeDatabase } from "../../db/client.ts"
import { compress } from "../../server/cache/compress.ts"
import { findBusiestStory } from "./busiest-story.ts"
import { startInstance } from "./instance.ts"
import { cpuOf, cpuOfMainThread } from "./processes.ts"
import { microseconds, timeByPart } from "./profile.ts"
import { renderTimes } from "./render.ts"
import { fact, ms, type Row } from "./table.ts"
import { fetchRaw } from "./wire.ts"

const [warmUp, renders] = [800, 100]

const words: Record<string, string> = {
  queries: "queries, in the app",
  ours: "our pages and their words",
  React: "React",
  Next: "Next",
  Node: "Node: streams, sockets, turns of the loop",
  garbage: "garbage, on the threads that made it",
  scripts: "scripts out",
}

/**
 * What a first render is made of, on an instance of its own that is profiled. A profile counts the time in which others
 * had the processor, so that its shares are laid on what the system says each thread used.
 */
export async function measureRenderParts(): Promise<Row[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-profile-"))
  const before = process.env.DATABASE_URL
  await closeDatabase()
  const flags = ["--cpu-prof", `--cpu-prof-dir=${folder}`, "--cpu-prof-interval=250"]
  const instance = await startInstance({ name: "parts", flags })
  try {
    const pid = instance.app.process.pid ?? 0
    const story = await findBusiestStory(instance)
    await renderTimes(story, "warming up", warmUp)
    const used = () => [cpuOf(pid), cpuOf(instance.postmaster), cpuOfMainThread(pid)].map((ms) => ms ?? 0)
    const [from, start] = [microseconds(), used()]
    await renderTimes(story, "measured", renders)
    const [to, end] = [microseconds(), used()]
    const [all = 0, postgres = 0, main = 0] = end.map((cpu, at) => (cpu - (start[at] ?? 0)) / renders)
    const packing = await packingTime(story.url)
    await closeDatabase()
    await instance.stop()

    const threads = timeByPart(folder, { from, to })
    const sum = (parts: Map<string, number>) => [...parts.values()].reduce((total, time) => total + time, 0)
    const longest = threads.toSorted((a, b) => sum(b) - sum(a))[0] ?? new Map()
    const scale = main / sum(longest)
    const parts = Object.entries(words).map(([key, name]): [string, number] => [
      name,
      scale * threads.reduce((total, found) => total + (found.get(key) ?? 0), 0),
    ])
    const known = parts.reduce((total, [, time]) => total + time, packing)
    const rows: [string, number][] = [
      ["Postgres", postgres],
      ...parts,
      ["compression", packing],
      ["V8's own threads: garbage, compiler, profiler", Math.max(0, all - postgres - known)],
    ]
    return [
      fact("first render of that story, by part", ms(all), "dearer than without the profiler"),
      ...rows.map(([name, time]) => fact(`  ${name}`, ms(time))),
    ]
  } finally {
    await closeDatabase()
    await instance.remove()
    fs.rmSync(folder, { recursive: true, force: true })
    process.env.DATABASE_URL = before
  }
}

/** Processor time of compressing the page as its first reader gets it; it is done beside the threads that are profiled. */
async function packingTime(url: string): Promise<number> {
  const page = brotliDecompressSync((await fetchRaw(url, { "accept-encoding": "br" })).body)
  const before = process.cpuUsage()
  for (let time = 0; time < 50; time++) await compress(page, "br")
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / 50
}
