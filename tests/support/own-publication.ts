import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { closeDatabase, database } from "../../db/client.ts"
import {
  addBylines,
  createAuthor,
  createComment,
  createMedium,
  createPageRow,
  createPost,
  createStaff,
  tagPost,
} from "../../db/factories.ts"
import { mediaUses } from "../../db/schema/media-uses.ts"
import { settings } from "../../db/schema/settings.ts"
import { protectEmail } from "../../lib/email.ts"
import { rejectComment } from "../../lib/moderation/decisions/mutations.ts"
import { asStaff } from "../lib/comments/as-staff.ts"
import { startApp } from "./app.ts"
import { recreateDatabase } from "./database.ts"
import type { Newsroom } from "./mutations/mutation.ts"
import { ownerUrl } from "./owner.ts"

const day = 86_400_000

/** A database of its own, empty or copied from a template, which everything in this process uses meanwhile. */
export async function withOwnDatabase(
  name: string,
  work: (url: string) => Promise<void>,
  template?: string,
): Promise<void> {
  const shared = process.env.DATABASE_URL ?? ""
  const url = await recreateDatabase(ownerUrl(), `${name}_${process.pid}`, template)
  await closeDatabase()
  process.env.DATABASE_URL = url
  try {
    await work(url)
  } finally {
    await closeDatabase()
    process.env.DATABASE_URL = shared
  }
}

/** An app of its own on a database of its own, with nine stories and what readers said of them. */
export async function withPublication(
  work: (site: string, newsroom: Newsroom) => Promise<void>,
): Promise<void> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "masthead-tags-"))
  await withOwnDatabase("tags", async (url) => {
    const app = await startApp({ DATABASE_URL: url, DATA_DIR: dataDir, DEMO: "off" })
    try {
      await work(app.url, await fill())
    } finally {
      await app.stop()
    }
  })
  await rm(dataDir, { recursive: true, force: true })
}

async function fill(): Promise<Newsroom> {
  const db = database()
  const canary = await createAuthor(db, { slug: "canary" })
  const fields = { slug: "canary", standfirst: "It sings.", publishedAt: new Date("2001-02-03T04:05:06Z") }
  await createPost(db, { ...fields, authorId: canary.id, commentMode: "closed" })
  const bylines = [await createAuthor(db), await createAuthor(db), await createAuthor(db)]
  const guest = await createAuthor(db)
  // One of them has a portrait that can be changed and removed.
  const { id: mediaId } = await createMedium(db)
  await db.insert(mediaUses).values({ mediaId, authorId: bylines[2]?.id, place: "portrait" })
  const person = async (n: number) =>
    asStaff(await createStaff(db, { roles: ["admin"], authorId: bylines[n]?.id }))
  const [ana, ben] = [await person(0), await person(1)]
  let readers = 0
  for (let n = 0; n < 9; n++) {
    const post = await createPost(db, {
      authorId: bylines[n % 3]?.id,
      publishedAt: new Date(Date.now() - n * 8 * day),
    })
    if (n % 4 === 1) await addBylines(db, post.id, { authorId: guest.id, part: "photographs" })
    await tagPost(db, post.id, `Tag ${n % 3}`, `Tag ${3 + (n % 2)}`)
    if (n % 3) continue
    const say = (fields: Partial<Parameters<typeof createComment>[1]>) =>
      createComment(db, { postId: post.id, ...protectEmail(`reader-${++readers}@example.com`), ...fields })
    const first = await say({})
    await say({ parent: first })
    await say({ status: "pending" })
    await say({ status: "spam" })
    await say({ status: "pending", parent: first })
    await rejectComment(ana, {
      id: (await say({ status: "pending" })).id,
      version: 1,
      reason: "abusive",
    })
  }
  await createPost(db, { authorId: bylines[0]?.id, status: "withdrawn" })
  const above = await createPageRow(db)
  for (const parentId of [above.id, above.id, null, null]) await createPageRow(db, { parentId })
  await createPageRow(db, { purpose: "about" })
  await db.insert(settings).values([
    { key: "commentsHideReported", value: true },
    { key: "commentsReportsToHide", value: 2 },
  ])
  return { ana, ben }
}
