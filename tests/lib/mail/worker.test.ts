import { spawn } from "node:child_process"
import { randomUUID } from "node:crypto"
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { eq, sql } from "drizzle-orm"
import { simpleParser } from "mailparser"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { database } from "@/db/client"
import { createStaff } from "@/db/factories"
import { mailDeliveries, subscribers } from "@/db/schema/newsletter"
import { transaction } from "@/db/transaction"
import { protectEmail } from "@/lib/email"
import { runLanes } from "@/lib/jobs/run-lanes"
import { queueDelivery } from "@/lib/mail/deliveries"
import { listTroubledDeliveries } from "@/lib/mail/queries"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { until } from "../../support/until.ts"
import { asStaff } from "../comments/as-staff.ts"
import { startSink } from "./sink.ts"

withFreshDatabase()

/** `lib/env` reads once; each test says where its mail goes. */
const where: { SMTP_URL?: string; DATA_DIR: string } = vi.hoisted(() => ({ DATA_DIR: "" }))
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>()
  return { ...real, env: () => ({ ...real.env(), ...where }) }
})
const { mailLane } = await import("@/lib/mail/jobs")
const { renderDelivery } = await import("@/lib/ops/mail-templates")

const cleanups: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  await database().execute(sql`with a as (delete from mail_deliveries) delete from subscribers`)
  where.SMTP_URL = undefined
  where.DATA_DIR = await mkdtemp(path.join(os.tmpdir(), "masthead-mail-"))
  cleanups.push(() => rm(where.DATA_DIR, { recursive: true, force: true }))
})
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean()
})

test("a message is sent once, soon after it was queued, and wakes a worker that sleeps", async () => {
  const sink = await useSink()
  await useWorker()
  const { id, email } = await queue()
  await settled(id, "sent")
  expect(sink.received.map(({ to }) => to)).toEqual([[email]])
  expect(sink.received[0]?.from).toBe("news@localhost")
})

test("a server that says 'later' gets the same message again, once, when it is due", async () => {
  const sink = await useSink({ onData: [{ code: 451, text: "Try again later" }] })
  await useWorker()
  const { id } = await queue()
  await settled(id, "queued", 1)
  const waiting = await delivery(id)
  expect(waiting.dueAt.getTime()).toBeGreaterThan(Date.now() + 30_000)
  expect(waiting.lastError).toContain("Try again later")
  await database().update(mailDeliveries).set({ dueAt: new Date() }).where(eq(mailDeliveries.id, id))
  await database().execute(sql`select pg_notify('mail', '')`)
  await settled(id, "sent")
  expect(sink.received).toHaveLength(1)
  expect(sink.received[0]?.mail.messageId).toContain(`.${id}.`)
})

test("a server that is not there loses nothing, and is not asked for ever", async () => {
  where.SMTP_URL = "smtp://127.0.0.1:9"
  await useWorker()
  const { id } = await queue()
  await settled(id, "queued", 1)
  await database()
    .update(mailDeliveries)
    .set({ dueAt: new Date(), attempts: 8 })
    .where(eq(mailDeliveries.id, id))
  await database().execute(sql`select pg_notify('mail', '')`)
  await settled(id, "failed")
})

test("what the server refuses has failed; its reason is kept and names nobody", async () => {
  const { id, email } = await queue()
  const local = email.split("@")[0] ?? ""
  const sink = await useSink({ rcpt: [{ code: 550, text: `5.1.1 <${email}>: no ${local} here` }] })
  await useWorker()
  await settled(id, "failed")
  const { lastError } = await delivery(id)
  expect(lastError).toContain("550 5.1.1")
  expect(lastError).not.toContain(local)
  expect(lastError).not.toContain("@")
  expect(sink.received).toHaveLength(0)
  expect(JSON.stringify(await listTroubledDeliveries(asStaff(await createStaff(database()))))).toContain(
    "550 5.1.1",
  )
})

test("a connection that breaks after the text is a doubt: listed, and not sent again", async () => {
  const sink = await useSink({ onData: ["hang up"] })
  await useWorker()
  const { id } = await queue()
  await settled(id, "in_doubt")
  await turnOfTheWorker()
  expect(sink.texts()).toBe(1)
  const troubled = await listTroubledDeliveries(asStaff(await createStaff(database())))
  expect(troubled).toContainEqual(expect.objectContaining({ id, state: "in_doubt" }))
})

test("a worker killed between 'sending' and the answer leaves one message in doubt, sent once at most", async () => {
  const sink = await useSink({ onData: ["never"] })
  const { id } = await queue()
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(import.meta.dirname, "worker-process.ts")],
    {
      env: { ...process.env, SMTP_URL: sink.url, TSX_TSCONFIG_PATH: "server/tsconfig.json" },
      stdio: "inherit",
    },
  )
  const ended = new Promise((resolve) => child.once("exit", resolve))
  await until("the text of the message", () => sink.texts() === 1)
  child.kill("SIGKILL")
  await ended
  expect((await delivery(id)).state).toBe("sending")

  await useWorker()
  await turnOfTheWorker()
  // Its lease still runs: the worker might be alive on another machine.
  expect((await delivery(id)).state).toBe("sending")
  await database()
    .update(mailDeliveries)
    .set({ leasedUntil: new Date(Date.now() - 1000) })
    .where(eq(mailDeliveries.id, id))
  await database().execute(sql`select pg_notify('mail', '')`)
  await settled(id, "in_doubt")
  expect(sink.texts()).toBe(1)
})

test("several workers share the work, and every message goes out once", async () => {
  const sink = await useSink()
  await Promise.all([useWorker(), useWorker(), useWorker()])
  const queued = await Promise.all(Array.from({ length: 40 }, () => queue()))
  for (const { id } of queued) await settled(id, "sent")
  expect(sink.received.map(({ to }) => to[0]).toSorted()).toEqual(queued.map(({ email }) => email).toSorted())
})

test("a worker that is stopped finishes the message in hand and takes no other", async () => {
  const sink = await useSink()
  const queued = await Promise.all(Array.from({ length: 10 }, () => queue()))
  const worker = await runLanes(mailLane(renderDelivery))
  await until("a first message", () => sink.texts() > 0)
  await worker.stop()
  const states = await Promise.all(queued.map(async ({ id }) => (await delivery(id)).state))
  expect(states).not.toContain("sending")
  expect(states.filter((state) => state === "sent")).toHaveLength(sink.received.length)
})

test("who left before their message's turn gets none", async () => {
  const sink = await useSink()
  const { id, subscriberId } = await queue("welcome")
  await database().update(subscribers).set({ status: "unsubscribed" }).where(eq(subscribers.id, subscriberId))
  await useWorker()
  await settled(id, "failed")
  expect(sink.texts()).toBe(0)
})

test("without a mail server each message is a whole file that only its owner reads", async () => {
  await useWorker()
  const { id, email } = await queue()
  await settled(id, "sent")
  const folder = path.join(where.DATA_DIR, "mail")
  const names = await readdir(folder)
  expect(names).toHaveLength(1)
  const file = path.join(folder, names[0] ?? "")
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  const mail = await simpleParser(await readFile(file))
  expect([mail.to].flat()[0]?.text).toBe(email)
})

test("a certificate that nobody vouches for is refused, and the message waits", async () => {
  const sink = await useSink({ disabledCommands: ["AUTH"] })
  await useWorker()
  const { id } = await queue()
  await settled(id, "queued", 1)
  expect((await delivery(id)).lastError).toMatch(/certificate/i)
  where.SMTP_URL = (await useSink({ secure: true })).url.replace("smtp:", "smtps:")
  await database().update(mailDeliveries).set({ dueAt: new Date() }).where(eq(mailDeliveries.id, id))
  await database().execute(sql`select pg_notify('mail', '')`)
  await settled(id, "queued", 2)
  expect((await delivery(id)).lastError).toMatch(/certificate/i)
  expect(sink.texts()).toBe(0)
})

async function useSink(options: Parameters<typeof startSink>[0] = {}) {
  const sink = await startSink(options)
  cleanups.push(sink.close)
  where.SMTP_URL = sink.url
  return sink
}

async function useWorker(): Promise<void> {
  const worker = await runLanes(mailLane(renderDelivery))
  cleanups.push(() => worker.stop())
}

async function queue(
  kind: "confirmation" | "welcome" = "confirmation",
  status: "confirmed" | "unsubscribed" = "confirmed",
) {
  const email = `reader-${randomUUID()}@example.org`
  return transaction(async (tx) => {
    const [row] = await tx
      .insert(subscribers)
      .values({
        ...protectEmail(email),
        ...(kind === "welcome" ? { status, confirmedAt: new Date() } : {}),
      })
      .returning()
    const subscriberId = row?.id ?? 0
    await queueDelivery(tx, { kind, recipient: email, subscriberId, dedupeKey: randomUUID() })
    const [queued] = await tx
      .select({ id: mailDeliveries.id })
      .from(mailDeliveries)
      .where(eq(mailDeliveries.subscriberId, subscriberId))
    return { id: queued?.id ?? 0, subscriberId, email }
  })
}

async function delivery(id: number) {
  const [row] = await database().select().from(mailDeliveries).where(eq(mailDeliveries.id, id))
  if (!row) throw new Error("The delivery is gone.")
  return row
}

async function settled(id: number, state: string, attempts?: number): Promise<void> {
  await until(`a message to be ${state}`, async () => {
    const row = await delivery(id)
    return row.state === state && (attempts === undefined || row.attempts === attempts)
  })
}

/** Until the worker has looked at all that is due: a message nobody wants is settled without being sent. */
async function turnOfTheWorker(): Promise<void> {
  const { id } = await queue("welcome", "unsubscribed")
  await settled(id, "failed")
}
