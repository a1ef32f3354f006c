import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import type { Database } from "../../db/client.ts"
import {
  addBylines,
  createAuthor,
  createBan,
  createComment,
  createMedium,
  createPageRow,
  createPost,
  createRevision,
  createStaff,
  paragraphs,
  tagPost,
} from "../../db/factories.ts"
import { commenters } from "../../db/schema/commenters.ts"
import { corrections, errorReports } from "../../db/schema/corrections.ts"
import { commentNotes } from "../../db/schema/moderation.ts"
import { subscribers } from "../../db/schema/newsletter.ts"
import { postNotes } from "../../db/schema/post-notes.ts"
import { postPresence } from "../../db/schema/post-presence.ts"
import { postPreviewLinks } from "../../db/schema/post-preview-links.ts"
import { tags } from "../../db/schema/posts.ts"
import { makeStaffLink } from "../../lib/auth/staff-links.ts"
import { ownCommentsUrl, stopUrl, verificationUrl } from "../../lib/commenters/links.ts"
import { ownCommentUrl } from "../../lib/comments/self-service/url.ts"
import { protectEmail } from "../../lib/email.ts"
import { rejectComment } from "../../lib/moderation/decisions/mutations.ts"
import { hashPreviewToken, makePreviewToken } from "../../lib/posts/preview-links/token.ts"
import { signToken } from "../../lib/signed-token.ts"
import { asStaff } from "../lib/comments/as-staff.ts"

const endless = "W".repeat(200)
const marks = "Z̴̡̛o̵͠e̸ A̷͙̕d̵a̶"
const arabic = "حكاية طويلة عن مدينة لا تنام"
const markup = `</title></textarea><b>"bold"</b> & 'quoted'`

const texts = [endless, marks, arabic, markup]

/**
 * Stories, comments and people whose words break pages: without a space, with marks above marks, from right to left, with
 * markup. Answers an address for each variable pattern of the table of routes.
 */
export async function fillWithHostileWords(db: Database): Promise<Record<string, string>> {
  const slug = `hostile-${randomUUID()}`
  const author = await createAuthor(db, {
    slug,
    name: endless,
    title: endless,
    bio: `${endless} ${arabic}`,
    pronouns: endless.slice(0, 60),
    pronunciation: endless.slice(0, 120),
    links: [`https://example.org/${endless}`],
  })
  const others = [await createAuthor(db, { name: markup }), await createAuthor(db, { name: marks })]
  const editor = await createStaff(db, { roles: ["admin"], name: endless, authorId: author.id })
  const picture = await createMedium(db, {
    filename: endless.slice(0, 200),
    alt: endless,
    caption: `${endless} ${arabic}`,
    credit: endless.slice(0, 300),
    uploadedBy: editor.id,
  })
  const post = await createPost(db, {
    slug,
    leadMediaId: picture.id,
    pictureAlt: endless,
    title: endless,
    standfirst: endless,
    authorId: author.id,
    createdBy: editor.id,
    body: paragraphs(...texts),
  })
  await addBylines(db, post.id, ...others.map(({ id }) => ({ authorId: id })), {
    authorId: author.id,
    part: "photographs",
  })
  const revision = await createRevision(db, post, { name: endless.slice(0, 120), kind: "named" })
  const plain = await createRevision(db, { ...post, title: "Plain", body: paragraphs("Plain words.") })
  const top = await createPageRow(db, { title: endless, description: endless, body: paragraphs(...texts) })
  const child = await createPageRow(db, {
    title: `${arabic} ${markup}`,
    body: paragraphs(...texts),
    parentId: top.id,
  })
  await tagPost(db, post.id, slug, "X".repeat(100))
  const [tag] = await db.update(tags).set({ description: endless }).where(eq(tags.slug, slug)).returning()
  for (const title of [marks, arabic, markup])
    await createPost(db, { title, standfirst: title, authorId: author.id })
  for (const status of ["draft", "withdrawn"] as const)
    await createPost(db, { title: endless, status, publishedAt: null, createdBy: editor.id })

  const [commenter] = await db
    .insert(commenters)
    .values({ ...protectEmail(`${slug}@example.org`), provedAt: new Date() })
    .returning()
  const [subscriber] = await db
    .insert(subscribers)
    .values({ ...protectEmail(`${slug}@example.org`), status: "confirmed", confirmedAt: new Date() })
    .returning()
  if (!commenter || !subscriber) throw new Error("The database gave no row back.")
  const { emailSealed, emailHash } = commenter
  const say = (text: string, fields: Partial<Parameters<typeof createComment>[1]> = {}) =>
    createComment(db, {
      postId: post.id,
      name: text,
      body: `${text} https://example.org/${endless}`,
      website: `https://example.org/${"w".repeat(150)}`,
      emailSealed,
      emailHash,
      ...fields,
    })
  const first = await say(endless)
  for (const text of texts) await say(text, { parent: first })
  for (const text of texts) {
    const { id } = await say(text, { status: "pending" })
    await db.insert(commentNotes).values({ commentId: id, staffId: editor.id, body: text })
  }
  await say(endless, { status: "spam" })
  const rejected = await say(endless, { status: "pending" })
  await rejectComment(asStaff(editor), { id: rejected.id, version: 1, reason: "abusive" })
  await createBan(db, { staffId: editor.id, pattern: endless, reason: endless, commentId: first.id })

  const told = { postId: post.id, body: endless }
  await db.insert(corrections).values([
    { ...told, kind: "correction", place: "top" },
    { ...told, kind: "clarification", place: "foot" },
  ])
  await db.insert(errorReports).values(told)

  const [noted] = await db
    .insert(postNotes)
    .values({ postId: post.id, staffId: editor.id, body: endless, quote: endless, after: `\n${marks}` })
    .returning()
  const answered = { postId: post.id, staffId: editor.id, parentId: noted?.id ?? 0 }
  await db.insert(postNotes).values(texts.map((body) => ({ ...answered, body })))
  const resolved = { quote: arabic, resolvedAt: new Date(), resolvedBy: editor.id }
  await db.insert(postNotes).values({ postId: post.id, staffId: editor.id, body: markup, ...resolved })
  await db.insert(postPresence).values({ postId: post.id, staffId: editor.id, tab: "hostile" })
  const previewToken = makePreviewToken()
  await db.insert(postPreviewLinks).values({
    postId: post.id,
    tokenHash: hashPreviewToken(previewToken) ?? Buffer.alloc(32),
    createdBy: editor.id,
    expiresAt: new Date(Date.now() + 86_400_000),
  })

  const inAnHour = new Date(Date.now() + 3_600_000)
  const link = await makeStaffLink(db, { purpose: "reset", staffId: editor.id })
  return {
    "/archive/[year]/[month]": `/archive/${new Date().toISOString().slice(0, 7).replace("-", "/")}`,
    "/[top]": `/${top.slug}`,
    "/[top]/[child]": `/${top.slug}/${child.slug}`,
    "/desk/pages/[id]": `/desk/pages/${child.id}`,
    "/desk/pages/[id]/preview": `/desk/pages/${child.id}/preview`,
    "/authors/[slug]": `/authors/${slug}`,
    "/tags/[slug]": `/tags/${slug}`,
    "/posts/[slug]": `/posts/${slug}`,
    "/posts/[slug]/comments/[page]": `/posts/${slug}/comments/1?sort=newest`,
    "/posts/[slug]/conversation/[id]": `/posts/${slug}/conversation/${first.id}`,
    "/posts/[slug]/conversation/[id]/[page]": `/posts/${slug}/conversation/${first.id}/1`,
    "/posts/[slug]/reply/[id]": `/posts/${slug}/reply/${first.id}`,
    "/posts/[slug]/report-error": `/posts/${slug}/report-error`,
    "/desk/posts/[id]/corrections": `/desk/posts/${post.id}/corrections`,
    "/desk/posts/[id]/dates": `/desk/posts/${post.id}/dates`,
    "/posts/[slug]/report/[id]": `/posts/${slug}/report/${first.id}`,
    "/comments/[token]": ownCommentUrl(first.id),
    "/comments/mine/[token]": ownCommentsUrl(commenter, inAnHour),
    "/comments/prove/[token]": verificationUrl({ commentId: first.id, epoch: commenter.epoch }, inAnHour),
    "/comments/stop/[token]": stopUrl(commenter.id),
    "/newsletter/confirm/[token]": `/newsletter/confirm/${signToken("confirm-token", subscriber.id)}`,
    "/newsletter/preferences/[token]": `/newsletter/preferences/${signToken("preferences-token", subscriber.id)}`,
    "/newsletter/unsubscribe/[token]": `/newsletter/unsubscribe/${signToken("unsubscribe-token", subscriber.id)}`,
    "/preview/[token]": `/preview/${previewToken}`,
    "/setup/[token]": new URL(link).pathname,
    "/desk/comments": `/desk/comments?story=${slug}`,
    "/desk/media/[id]": `/desk/media/${picture.id}`,
    "/desk/authors/[id]": `/desk/authors/${author.id}`,
    "/desk/authors/[id]/merge": `/desk/authors/${others[0]?.id}/merge?into=${author.id}`,
    "/desk/staff/[id]": `/desk/staff/${editor.id}`,
    "/desk/tags/[id]": `/desk/tags/${tag?.id}`,
    "/desk/posts/[id]": `/desk/posts/${post.id}`,
    "/desk/posts/[id]/preview": `/desk/posts/${post.id}/preview`,
    "/desk/posts/[id]/preview/document": `/desk/posts/${post.id}/preview/document`,
    "/desk/posts/[id]/share": `/desk/posts/${post.id}/share`,
    "/desk/posts/[id]/revisions": `/desk/posts/${post.id}/revisions`,
    "/desk/posts/[id]/revisions/compare": `/desk/posts/${post.id}/revisions/compare?from=${plain.id}&to=${revision.id}`,
    "/desk/comments/bans/new": `/desk/comments/bans/new?comment=${first.id}`,
    "/desk/comments/bulk": `/desk/comments/bulk?scope=author&comment=${first.id}`,
  }
}
