import { execFile, spawnSync } from "node:child_process"
import { createRequire } from "node:module"
import { promisify } from "node:util"

export type Load = { requests: number; perSecond: number; failed: number }

/** A generator of load in a process of its own. */
export type Generator = { name: string; run: (url: string, seconds: number) => Promise<Load> }

const run = promisify(execFile)
const connections = "32"
const accept = "Accept-Encoding: gzip"

/** What is at hand: autocannon always, and wrk before it, since autocannon tires before a server that only sends. */
export function generators(): Generator[] {
  const wrk = spawnSync("wrk", ["--version"]).error ? [] : [{ name: "wrk", run: byWrk }]
  return [...wrk, { name: "autocannon", run: byAutocannon }]
}

async function byWrk(url: string, seconds: number): Promise<Load> {
  const { stdout } = await run("wrk", ["-t1", `-c${connections}`, `-d${seconds}s`, "-H", accept, url])
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1] ?? 0)
  const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1] ?? 0)
  const broken = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(stdout)
  const failed = (broken ?? []).slice(1).reduce((sum, figure) => sum + Number(figure), refused)
  return { requests, perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? 0), failed }
}

async function byAutocannon(url: string, seconds: number): Promise<Load> {
  const script = createRequire(import.meta.url).resolve("autocannon")
  const args = [
    script,
    "--json",
    "--no-progress",
    "-c",
    connections,
    "-d",
    String(seconds),
    "-H",
    accept,
    url,
  ]
  const { stdout } = await run(process.execPath, args, { maxBuffer: 10_000_000 })
  const result = JSON.parse(stdout)
  return {
    requests: result.requests.total,
    perSecond: result.requests.total / result.duration,
    failed: result.errors + result.non2xx,
  }
}
