import { randomUUID } from "node:crypto"
import { and, desc, eq, isNotNull } from "drizzle-orm"
import fc from "fast-check"
import { expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { commentAppeals } from "@/db/schema/moderation"
import { rateLimits } from "@/db/schema/settings"
import { threads } from "@/db/schema/threads"
import { eraseEverything } from "@/lib/commenters/erasure"
import { requestOwnLink, requestVerification } from "@/lib/commenters/mutations"
import { findOpenAppeals } from "@/lib/comments/open-appeals"
import { submitAppeal } from "@/lib/comments/self-service/appeal"
import { editComment } from "@/lib/comments/self-service/edit"
import { deleteComment } from "@/lib/comments/self-service/mutations"
import { disownComment, verifyComment } from "@/lib/comments/self-service/verify"
import { protectEmail } from "@/lib/email"
import { decideAppeal } from "@/lib/moderation/appeals/mutations"
import { decideBulk } from "@/lib/moderation/bulk/decide"
import { approveComment, rejectComment } from "@/lib/moderation/decisions/mutations"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

const deeds = [
  "prove",
  "disown",
  "edit",
  "appeal",
  "answer",
  "approve",
  "reject",
  "bulk",
  "delete",
  "erase",
  "ask",
] as const

const everybody = fc.array(
  fc.record({
    deed: fc.constantFrom(...deeds),
    at: fc.integer({ min: 0, max: 3 }),
    who: fc.integer({ min: 0, max: 1 }),
  }),
  { minLength: 4, maxLength: 14 },
)

test("whatever an author and two moderators do at once, nobody waits for ever and every number is true", async () => {
  const moderators = [
    asStaff(await createStaff(database(), { roles: ["moderator"] })),
    asStaff(await createStaff(database(), { roles: ["moderator"] })),
  ]
  await fc.assert(
    fc.asyncProperty(everybody, async (all) => {
      await database().delete(rateLimits)
      const posts = [
        await createPost(database(), { commentMode: "hold_unverified" }),
        await createPost(database(), { commentMode: "hold_first" }),
      ]
      const by = { status: "pending" as const, ...protectEmail(`${randomUUID()}@example.org`) }
      const made: { id: number }[] = []
      for (const { id: postId } of posts) {
        const parent = await createComment(database(), { postId, ...by })
        made.push(parent, await createComment(database(), { postId, parent, ...by }))
      }
      const commenter = await verifyComment(made[0]?.id ?? 0)
      if (!commenter.ok) throw new Error("not proved")

      await Promise.all(
        all.map(async ({ deed, at, who }) => {
          const id = made[at]?.id ?? 0
          const staff = moderators[who]
          if (!staff) return
          const seen = { id, version: 1, standing: null }
          if (deed === "prove") await verifyComment(id)
          if (deed === "disown") await disownComment(id)
          if (deed === "edit") await editComment(id, `Mended ${randomUUID()}.`)
          if (deed === "appeal") await submitAppeal(id, "Look again.")
          if (deed === "approve") await approveComment(staff, seen)
          if (deed === "reject") await rejectComment(staff, { ...seen, reason: "abusive" })
          if (deed === "delete") await deleteComment(id)
          if (deed === "erase") await eraseEverything(commenter.commenter)
          if (deed === "ask")
            await Promise.all(
              [requestVerification, requestOwnLink].map((ask) => ask({ commentId: id, network: "x" })),
            )
          if (deed === "bulk") {
            const many = made.map((one) => ({ id: one.id, version: 1 }))
            await decideBulk(staff, { verdict: "approved", seen: many, about: "" })
          }
          if (deed === "answer") {
            const [open] = await findOpenAppeals(database(), [id])
            await decideAppeal(staff, { appealId: open?.id ?? 0, grant: true })
          }
        }),
      )

      for (const { id } of made) {
        const [row] = await database().select().from(comments).where(eq(comments.id, id))
        const [last] = await database()
          .select()
          .from(auditEvents)
          .where(eq(auditEvents.commentId, id))
          .orderBy(desc(auditEvents.id))
          .limit(1)
        expect(row?.status).toBe(last?.toStatus ?? "pending")
        if (row?.status === "deleted") {
          const open = and(eq(commentAppeals.commentId, id), isNotNull(commentAppeals.decidedBy))
          const appeals = await database().$count(commentAppeals, eq(commentAppeals.commentId, id))
          expect(await database().$count(commentAppeals, open)).toBe(appeals)
        }
      }
      for (const { id } of posts) {
        const shown = and(eq(comments.postId, id), eq(comments.status, "approved"))
        const [whole] = await database()
          .select()
          .from(threads)
          .where(and(eq(threads.postId, id), eq(threads.rootId, 0)))
        expect(whole?.shown ?? 0).toBe(await database().$count(comments, shown))
      }
    }),
    { numRuns: 60 },
  )
})
