import type { Database } from "../../db/client.ts"
import {
  createAuthor,
  createComment,
  createMedium,
  createPageRow,
  createPost,
  createStaff,
  tagPost,
} from "../../db/factories.ts"
import { corrections } from "../../db/schema/corrections.ts"
import { tags } from "../../db/schema/posts.ts"
import { settings } from "../../db/schema/settings.ts"
import { ownCommentUrl } from "../../lib/comments/self-service/url.ts"
import { rejectComment } from "../../lib/moderation/decisions/mutations.ts"
import { asStaff } from "../lib/comments/as-staff.ts"
import { arabicBody, words } from "./arabic-words.ts"

/**
 * A publication in Arabic, with what readers of Arabic and of English have said under its stories, one of which is in English.
 * Answers the addresses of its pages, one of each kind that no link of another leads to.
 */
export async function fillWithArabic(db: Database): Promise<string[]> {
  const { name, tagline, imprint, title, tag, bio, long, short } = words
  await db.insert(settings).values([
    { key: "language", value: "ar" },
    { key: "publicationName", value: name },
    { key: "tagline", value: tagline },
    { key: "imprint", value: imprint },
    { key: "contactEmail", value: "desk@example.org" },
  ])
  const author = await createAuthor(db, { slug: "lina", name: words.author, title: words.role, bio })
  const editor = await createStaff(db, { roles: ["admin"], name: words.author, authorId: author.id })
  const { id: leadMediaId } = await createMedium(db, { alt: short, caption: short, credit: words.author })
  const post = await createPost(db, {
    slug: "arabic",
    title,
    standfirst: long,
    body: arabicBody,
    authorId: author.id,
    leadMediaId,
    pictureAlt: short,
    publishedAt: new Date("2026-05-01T08:00:00Z"),
  })
  const english = await createPost(db, {
    slug: "english",
    title: "A story in English",
    standfirst: "It runs against its page.",
    authorId: author.id,
  })
  for (const { id } of [post, english]) await tagPost(db, id, "libraries")
  await db.update(tags).set({ name: tag, description: long })
  for (const at of [1, 2])
    await createPost(db, {
      title: `${title} ${at}`,
      standfirst: short,
      body: arabicBody,
      authorId: author.id,
    })
  await db.insert(corrections).values({ postId: post.id, kind: "correction", place: "top", body: long })

  const say = (body: string, fields: Partial<Parameters<typeof createComment>[1]> = {}) =>
    createComment(db, { postId: post.id, name: words.reader, body, ...fields })
  const first = await say(long)
  await say("Thank you, this was good to read.", { name: "Ann", parent: first })
  await say(short, { parent: first })
  await say("Nice.", { postId: english.id })
  const rejected = await say(long, { status: "pending" })
  await rejectComment(asStaff(editor), { id: rejected.id, version: 1, reason: "abusive" })
  const waiting = await say(short, { status: "pending" })

  const about = await createPageRow(db, {
    slug: "about",
    title: words.about,
    body: arabicBody,
    purpose: "about",
  })
  await createPageRow(db, { slug: "team", title: short, body: arabicBody, parentId: about.id })
  return [
    ...[rejected, waiting].map(({ id }) => ownCommentUrl(id)),
    ...["", "/comments/1", `/conversation/${first.id}`].map((rest) => `/posts/arabic${rest}`),
    "/newsletter",
    "/moderation",
    "/a-page-that-is-not-there",
  ]
}
