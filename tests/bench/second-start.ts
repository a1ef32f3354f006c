import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { closeDatabase } from "../../db/client.ts"
import { demoPassword, freePort, secretForTests } from "../support/app.ts"
import type { Instance } from "./instance.ts"
import { type Row, row, seconds } from "./table.ts"

/** Stops the app and its database, and times `npm start` until the front page answers. */
export async function measureSecondStart(instance: Instance): Promise<Row[]> {
  await closeDatabase()
  await instance.stop()
  const times: number[] = []
  for (let round = 0; round < 3; round++) times.push(await timeStart(instance))
  const middle = times.toSorted((a, b) => a - b)[1] ?? null
  const all = times.map(seconds).join(", ")
  return [row("second `npm start` to the first 200", middle, { atMost: 4 }, seconds, `of ${all}`)]
}

async function timeStart({ env, dataDir }: Instance): Promise<number> {
  const port = String(await freePort())
  const url = `http://localhost:${port}`
  const began = performance.now()
  // A group of its own: npm puts a shell between itself and the app, and all of it must end.
  const child = spawn("npm", ["start"], {
    cwd: path.join(import.meta.dirname, "../.."),
    detached: true,
    stdio: "ignore",
    env: {
      ...process.env,
      AUTH_SECRET: secretForTests,
      DEMO_PASSWORD: demoPassword,
      ...env,
      PORT: port,
      SITE_URL: url,
    },
  })
  const ended = new Promise((resolve) => child.once("exit", resolve))
  try {
    while (performance.now() - began < 60_000) {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => null)
      if (answer?.status === 200) return (performance.now() - began) / 1000
      await sleep(10)
    }
    throw new Error("The second start did not answer within a minute.")
  } finally {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, "SIGTERM")
    await ended
    // npm is gone at once, the app ends its database first.
    const pidFile = path.join(dataDir, "postgres", "postmaster.pid")
    for (let wait = 0; wait < 1000 && fs.existsSync(pidFile); wait++) await sleep(20)
  }
}
