import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { database } from "@/db/client"
import { createMedium, createPost, createRevision } from "@/db/factories"
import { mediaUses } from "@/db/schema/media-uses"
import { postRevisions } from "@/db/schema/post-revisions"
import { removeOldRevisions } from "@/lib/posts/revisions/jobs"
import { withFreshDatabase } from "../../../support/fresh-database.ts"

withFreshDatabase()

const old = new Date(Date.now() - 91 * 86_400_000)

test("old versions go, but none that readers saw, that somebody named or that a story says now", async () => {
  const db = database()
  const post = await createPost(db)
  const make = (fields: Parameters<typeof createRevision>[2]) => createRevision(db, post, fields)
  const passing = await make({ savedAt: old })
  const kept = [
    await make({ savedAt: old, kind: "published", publicFrom: old, publicUntil: old }),
    await make({ savedAt: old, kind: "named", name: "Sent to the lawyer" }),
    await make({ savedAt: old }),
    await make({ savedAt: new Date(), restoredFromId: passing.id, kind: "restored" }),
  ]
  await db.execute(sql`update posts set working_revision_id = ${kept[2]?.id} where id = ${post.id}`)
  expect(await removeOldRevisions(90)).toBe(1)
  const left = await db.select({ id: postRevisions.id }).from(postRevisions).orderBy(postRevisions.id)
  expect(left.map(({ id }) => id)).toEqual(kept.map(({ id }) => id))
  expect(await removeOldRevisions(90)).toBe(0)
})

test("a picture may be deleted once no version has it any more, and not before", async () => {
  const db = database()
  const [first, second] = [await createMedium(db), await createMedium(db)]
  const post = await createPost(db)
  const body = {
    type: "doc",
    content: [
      {
        type: "picture",
        attrs: { mediaId: second.id, alt: "", decorative: true, caption: "", size: "wide" },
      },
    ],
  }
  await createRevision(db, { ...post, leadMediaId: first.id }, { savedAt: old })
  await createRevision(db, { ...post, body })
  const use = (mediaId: number) => ({ mediaId, postId: post.id, place: "revision" as const })
  await db.insert(mediaUses).values([use(first.id), use(second.id)])
  expect(await removeOldRevisions(90)).toBe(1)
  const left = await db.select({ mediaId: mediaUses.mediaId }).from(mediaUses)
  expect(left.map(({ mediaId }) => mediaId)).toEqual([second.id])
})
