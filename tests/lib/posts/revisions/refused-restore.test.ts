import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { database } from "@/db/client"
import {
  createAuthor,
  createMedium,
  createPost,
  createRevision,
  createStaff,
  paragraphs,
} from "@/db/factories"
import { posts } from "@/db/schema/posts"
import { emptyDocument } from "@/lib/documents/document-schema"
import { revisionRefusal } from "@/lib/posts/revisions/messages"
import { restoreRevision } from "@/lib/posts/revisions/mutations"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

const unpicture = { leadMediaId: null, pictureAlt: "" }

test.each([
  ["has no text", "body-missing", () => ({ body: emptyDocument, ...unpicture })],
  ["has no title", "title-missing", () => ({ title: "", ...unpicture })],
  ["has a placeholder", "checklist", () => ({ body: paragraphs("The mayor, TK, said so."), ...unpicture })],
  [
    "has a picture without alt text",
    "alt-missing",
    (leadMediaId: number) => ({ leadMediaId, pictureAlt: "" }),
  ],
] as const)(
  "a scheduled story does not go back to a version that %s, and the sentence says what to do",
  async (_, reason, fields) => {
    const eva = asStaff(await createStaff(database(), { roles: ["editor"] }))
    const { id: authorId } = await createAuthor(database())
    const picture = await createMedium(database(), { uploadedBy: eva.id })
    const scheduled = {
      status: "scheduled",
      publishedAt: null,
      createdBy: eva.id,
      scheduledBy: eva.id,
    } as const
    const post = await createPost(database(), { ...scheduled, authorId })
    const version = await createRevision(database(), { ...post, ...fields(picture.id) })
    const outcome = await restoreRevision(eva, { post: post.id, revision: version.id })
    expect(outcome).toMatchObject({ ok: false, reason })
    expect(revisionRefusal(reason)).toMatch(/^Not restored: .*(scheduled|at this stage)/)
    const [row] = await database().select().from(posts).where(eq(posts.id, post.id))
    expect(row).toMatchObject({ title: post.title, version: post.version })
  },
)
