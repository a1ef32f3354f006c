import { spawn } from "node:child_process"
import path from "node:path"
import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { database } from "@/db/client"
import { runLanes } from "@/lib/jobs/run-lanes"
import { publishingLane } from "@/lib/posts/dates/jobs"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { outcome, scheduleMany } from "../../../support/many-schedules.ts"
import { until } from "../../../support/until.ts"

withFreshDatabase()

test("an instance that is killed while it publishes leaves no story half out, and the next one publishes each once", async () => {
  await scheduleMany(300)
  await killInTheMiddle()
  expect(await outcome(300)).toMatchObject({ live: 0, events: 0, revisions: 300, mails: 0 })

  // Two at the same time, as after a restart beside another instance.
  const lane = () => publishingLane(() => sql`'2040-01-01'::timestamptz`)
  const running = [await runLanes(lane()), await runLanes(lane())]
  await until("all of them", async () => (await outcome(300)).live === 300)
  for (const one of running) await one.stop()
  expect(await outcome(300)).toMatchObject({ live: 300, events: 300, revisions: 300, mails: 300 })
})

/** Kills a process that has made stories live in its transaction, and waits to queue the messages about them. */
async function killInTheMiddle(): Promise<void> {
  await database().transaction(async (tx) => {
    await tx.execute(sql`lock table mail_deliveries in share mode`)
    const child = spawn(
      process.execPath,
      ["--import", "tsx", path.join(import.meta.dirname, "publishing-process.ts")],
      { env: { ...process.env, TSX_TSCONFIG_PATH: "server/tsconfig.json" }, stdio: "inherit" },
    )
    const ended = new Promise((resolve) => child.once("exit", resolve))
    await until("it to be in the middle", async () => (await waitingForMail()) > 0)
    child.kill("SIGKILL")
    await ended
  })
}

async function waitingForMail(): Promise<number> {
  const [row] = await database().execute<{ count: number }>(sql`
    select count(*)::int as count from pg_locks
    where relation = 'mail_deliveries'::regclass and not granted`)
  return row?.count ?? 0
}
