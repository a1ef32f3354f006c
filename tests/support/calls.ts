import { randomBytes, randomUUID } from "node:crypto"
import type { APIRequestContext, PlaywrightWorkerArgs } from "@playwright/test"
import { eq, sql } from "drizzle-orm"
import sharp from "sharp"
import type { Database } from "../../db/client.ts"
import {
  createAuthor,
  createBan,
  createComment,
  createMedium,
  createPageRow,
  createPost,
  createRevision,
  createStaff,
  paragraphs,
} from "../../db/factories.ts"
import { corrections, errorReports } from "../../db/schema/corrections.ts"
import { frontPages } from "../../db/schema/frame.ts"
import { pages } from "../../db/schema/pages.ts"
import { postNotes } from "../../db/schema/post-notes.ts"
import { postPreviewLinks } from "../../db/schema/post-preview-links.ts"
import { posts, tags } from "../../db/schema/posts.ts"
import { sessions } from "../../db/schema/staff.ts"
import { hashPassword } from "../../lib/auth/password.ts"
import { encodeSession, sessionCookieName } from "../../lib/auth/session-cookie.ts"
import { startSession } from "../../lib/auth/sessions.ts"
import type { Role } from "../../lib/auth/staff.ts"
import { idle } from "../../lib/form-state.ts"
import { spellFacts } from "../../lib/pages/privacy/facts.ts"
import { factsOfSite } from "../../lib/pages/privacy/queries.ts"
import { type Action, type Made, passwordOfStaff, type Upload, type Who } from "./access.ts"

/** Who calls, as far as they are on the staff. */
const callers = new WeakMap<APIRequestContext, number>()

/** For whom the page was rendered that a form comes from. */
export function renderedFor(visitor: APIRequestContext): Record<string, string> {
  return { renderedFor: String(callers.get(visitor) ?? 1) }
}

export type Call = {
  id: string
  page: string
  action: Pick<Action, "form" | "stateful">
  made: Made
  origin: string | undefined
}

/** What React sends: the action's name in a header, its argument as a numbered form. */
export async function callAsScript(visitor: APIRequestContext, { id, page, action, made, origin }: Call) {
  const fields = new FormData()
  for (const [name, value] of Object.entries({ ...renderedFor(visitor), ...action.form(made) }))
    fields.append(`_1_${name}`, value)
  // Last, as React sends it: Next reads the parts in their order.
  fields.append("0", action.stateful ? `[${JSON.stringify(idle)},"$K1"]` : '["$K1"]')
  return visitor.post(page, {
    headers: { "next-action": id, origin: origin ?? "", accept: "text/x-component" },
    multipart: fields,
    maxRedirects: 0,
  })
}

/** What a form sends without scripts: the action's name as a field. */
export async function callAsForm(visitor: APIRequestContext, { id, page, action, made, origin }: Call) {
  return visitor.post(page, {
    headers: { origin: origin ?? "" },
    multipart: {
      ...(action.stateful ? withState(id) : { [`$ACTION_ID_${id}`]: "" }),
      ...renderedFor(visitor),
      ...action.form(made),
    },
    maxRedirects: 0,
  })
}

/** Sends a file of its own, named by the words that are looked for. */
export async function sendPicture(
  visitor: APIRequestContext,
  { path, byScript, made, origin }: Pick<Upload, "byScript"> & { path: string; made: Made; origin?: string },
) {
  const buffer = await sharp(randomBytes(24 * 16 * 3), { raw: { width: 24, height: 16, channels: 3 } })
    .png()
    .toBuffer()
  return visitor.post(path, {
    headers: { origin: origin ?? "", ...(byScript && { accept: "application/json" }) },
    multipart: {
      file: { name: `${made.words}.png`, mimeType: "image/png", buffer },
      ...renderedFor(visitor),
    },
    maxRedirects: 0,
  })
}

/** How a form of `useActionState` names its action: as a reference with the last answer bound to it. */
function withState(id: string): Record<string, string> {
  return {
    $ACTION_REF_1: "",
    "$ACTION_1:0": JSON.stringify({ id, bound: "$@1" }),
    "$ACTION_1:1": JSON.stringify([idle]),
    $ACTION_KEY: "k",
  }
}

type News = Made & { slug: string }

type State = { published?: boolean; scheduled?: boolean }

type Site = Pick<PlaywrightWorkerArgs, "playwright"> & { db: Database; baseURL: string | undefined }

/** In which state the story of the calls is, so that an action has something to do. */
export function newsFor(action: string): State {
  const published = /unpublish|withdrawPage|discard|setNotice/.test(action)
  return { published, scheduled: /unschedule/.test(action) }
}

/** A draft of an editor's and a comment that waits, both with words that stand nowhere else. */
export async function makeNews(
  db: Database,
  { published = false, scheduled = false }: State = {},
): Promise<News> {
  const words = `Only staff read this ${randomUUID()}`
  const owner = await createStaff(db, { roles: ["editor"] })
  const post = await createPost(db, {
    title: words,
    slug: `secret-${randomUUID()}`,
    createdBy: owner.id,
    ...(published ? {} : { status: scheduled ? "scheduled" : "draft", publishedAt: null }),
  })
  const earlier = { ...post, title: `Earlier ${words}` }
  const revision = await createRevision(db, earlier)
  if (published) {
    const live = await createRevision(db, post, { kind: "published", publicFrom: new Date() })
    const named = { liveRevisionId: live.id, workingRevisionId: revision.id }
    await db.update(posts).set(named).where(eq(posts.id, post.id))
  }
  const previewLink = await createPreviewLink(db, post.id, owner.id)
  const open = await createPost(db, { slug: `open-${randomUUID()}` })
  const comment = await createComment(db, {
    postId: open.id,
    status: "pending",
    body: words,
    // What an app fills in at its start: others may start while this one is looked at.
    mailboxHash: randomBytes(32),
  })
  const ban = await createBan(db, { staffId: owner.id, pattern: words, reason: words, commentId: comment.id })
  const shown = await createComment(db, { postId: open.id })
  const picture = await createMedium(db, { uploadedBy: owner.id, caption: words })
  const member = await createStaff(db, { roles: ["writer"], name: words })
  const [author, otherAuthor] = [await createAuthor(db), await createAuthor(db)]
  // Only an author with a published story has a page.
  await createPost(db, { authorId: author.id })
  const page = await createPageRow(db, {
    title: words,
    slug: `secret-page-${randomUUID()}`,
    createdBy: owner.id,
    ...(published ? {} : { status: "draft" as const, publishedAt: null }),
  })
  const [correction] = await db
    .insert(corrections)
    .values({ postId: open.id, kind: "correction", place: "foot", body: "It was Tuesday." })
    .returning()
  const [report] = await db.insert(errorReports).values({ postId: open.id, body: words }).returning()
  if (!correction || !report) throw new Error("No correction was inserted.")
  const [note] = await db
    .insert(postNotes)
    .values({ postId: post.id, staffId: owner.id, body: words, quote: "The first paragraph" })
    .returning()
  if (!note) throw new Error("No note was inserted.")
  const [tag, otherTag] = await db
    .insert(tags)
    .values([
      { slug: `secret-${randomUUID()}`, name: words },
      { slug: `other-${randomUUID()}`, name: `Another ${randomUUID()}` },
    ])
    .returning()
  if (!tag || !otherTag) throw new Error("No tags were inserted.")
  return {
    tagId: tag.id,
    otherTagId: otherTag.id,
    openId: open.id,
    correctionId: correction.id,
    errorReportId: report.id,
    revisionId: revision.id,
    noteId: note.id,
    previewLinkId: previewLink.id,
    postId: post.id,
    version: post.version,
    commentId: comment.id,
    banId: ban.id,
    shownId: shown.id,
    mediaId: picture.id,
    memberId: member.id,
    authorId: author.id,
    otherAuthorId: otherAuthor.id,
    pageId: page.id,
    privacyId: await findPrivacy(db),
    ...(await findStateOfSite(db)),
    words,
    visitorIds: [],
    slug: open.slug,
  }
}

/** What other tests change meanwhile, and a form has to name as it is. */
async function findStateOfSite(db: Database): Promise<Pick<Made, "frontVersion" | "facts">> {
  const versions = (await db.select().from(frontPages)).map(({ version }) => version)
  // The app of the tests stands behind a proxy.
  const facts = spellFacts({ ...(await factsOfSite()), proxies: "yes" })
  return { frontVersion: Math.max(0, ...versions), facts }
}

const keptNews = new Map<string, Promise<News>>()
const keptVisitors = new Map<string, Promise<APIRequestContext>>()

/**
 * News for calls that must change nothing, and somebody who makes them: the same for all such tests of a worker. Where one
 * fails, Playwright goes on in a new worker, with new ones.
 */
export async function visitKept(
  { playwright, db, baseURL }: Site,
  who: Who,
  state: State = {},
): Promise<{ made: News; visitor: APIRequestContext }> {
  const key = `${baseURL} ${JSON.stringify(state)}`
  const news = keptNews.get(key) ?? makeNews(db, state)
  keptNews.set(key, news)
  const kept = await news
  const visiting = keptVisitors.get(`${key} ${who}`) ?? visit(playwright, db, baseURL, who, kept)
  keptVisitors.set(`${key} ${who}`, visiting)
  const visitor = await visiting
  // They are kept for longer than a password holds for changes of credentials.
  await db
    .update(sessions)
    .set({ confirmedAt: sql`now()` })
    .where(eq(sessions.staffId, callers.get(visitor) ?? 0))
  return { made: { ...kept, ...(await findStateOfSite(db)) }, visitor }
}

async function createPreviewLink(db: Database, postId: number, createdBy: number) {
  const expiresAt = sql`now() + interval '7 days'`
  const [link] = await db
    .insert(postPreviewLinks)
    .values({ postId, createdBy, tokenHash: randomBytes(32), expiresAt })
    .returning()
  if (!link) throw new Error("No preview link was inserted.")
  return link
}

/** There is one privacy page, whoever looks for it first. */
async function findPrivacy(db: Database): Promise<number> {
  const fields = { purpose: "privacy" as const, facts: {}, slug: `privacy-${randomUUID()}`, title: "Privacy" }
  const of = eq(pages.purpose, "privacy")
  await db
    .insert(pages)
    .values({ ...fields, body: paragraphs("What we know.") })
    .onConflictDoNothing()
  const [row] = await db.select({ id: pages.id }).from(pages).where(of)
  return row?.id ?? 0
}

/** Names another browser of those who call, which they can sign out. */
const another = "Another browser"

/** What the calls could change, as one text; other tests write to the same database meanwhile. */
export async function digest(
  db: Database,
  {
    postId,
    commentId,
    shownId,
    mediaId,
    pageId,
    memberId,
    authorId,
    otherAuthorId,
    tagId,
    openId,
    words,
    visitorIds,
  }: Made,
): Promise<string> {
  const rows = await db.execute(sql`
    select p::text as row from posts p where id = ${postId} or title = ${words}
    union all select r.name || r.kind from post_revisions r where post_id = ${postId}
    union all select l.id || coalesce(l.revoked_at::text, 'open') from post_preview_links l where post_id = ${postId}
    union all select g::text from pages g where id = ${pageId} or title = ${words}
    union all select e.id::text from audit_events e where action = 'page_compared' and staff_id = any(${`{${visitorIds}}`}::bigint[])
    union all select c::text from comments c where id = ${commentId}
    union all select m::text from media m where id = ${mediaId} or strpos(filename, ${words}) > 0
    union all select e::text from audit_events e where comment_id = ${commentId}
    union all select b::text from bans b where comment_id = ${commentId}
    union all select l::text from comment_leases l where comment_id = ${commentId}
    union all select n::text from comment_notes n where comment_id = ${shownId}
    union all select r::text from comments r where parent_id = ${shownId}
    union all select a::text from authors a where id in (${authorId}, ${otherAuthorId}) or strpos(name, ${words}) > 0
    union all select b::text from post_bylines b where author_id in (${authorId}, ${otherAuthorId})
    union all select s::text from author_slugs s where author_id in (${authorId}, ${otherAuthorId})
    union all select value::text from settings where strpos(value::text, ${words}) > 0
    union all select value::text from settings where key = 'mail-test' and (value ->> 'by')::bigint = any(${`{${visitorIds}}`}::bigint[])
    union all select said.key from settings, jsonb_each_text(value) as said
      where settings.key = 'first-run' and said.value = any(${`{${visitorIds}}`}::text[])
    union all select s::text from staff s where id = any(${`{${[memberId, ...visitorIds]}}`}::bigint[]) or name = ${words}
    union all select coalesce(ended_at::text, 'open') from sessions where user_agent = ${another} and staff_id = any(${`{${[memberId, ...visitorIds]}}`}::bigint[])
    union all select c.expires_at::text from passkey_challenges c where staff_id = any(${`{${[memberId, ...visitorIds]}}`}::bigint[])
    union all select t::text from totp_secrets t where staff_id = any(${`{${[memberId, ...visitorIds]}}`}::bigint[])
    union all select t::text from tags t where id = ${tagId}
    union all select l.label from frame_links l where label = ${words}
    union all select u.place from media_uses u where media_id = ${mediaId}
    union all select n::text from post_notes n where post_id = ${postId}
    union all select c::text from corrections c where post_id = ${openId}
    union all select e::text from error_reports e where post_id = ${openId}
    union all select s.edition::text from front_sections s where tag_id = ${tagId}
    union all select d.id::text from mail_deliveries d where staff_id = any(${`{${[memberId, ...visitorIds]}}`}::bigint[])
    order by 1`)
  return JSON.stringify(rows)
}

let passwordHash: Promise<string> | undefined

export async function visit(
  playwright: PlaywrightWorkerArgs["playwright"],
  db: Database,
  baseURL: string | undefined,
  who: Who,
  made?: Made,
): Promise<APIRequestContext> {
  if (who === "stranger") return arrive(playwright, baseURL)
  const roles: Role[] = [who]
  passwordHash ??= hashPassword(passwordOfStaff)
  const person = await createStaff(db, { roles, passwordHash: await passwordHash })
  await startSession(person.id, another)
  made?.visitorIds.push(person.id)
  return arriveAs(playwright, baseURL, person)
}

/** As somebody on the staff, in a session of their own. */
export async function arriveAs(
  playwright: PlaywrightWorkerArgs["playwright"],
  baseURL: string | undefined,
  { id }: { id: number },
): Promise<APIRequestContext> {
  const visitor = await arrive(playwright, baseURL, await encodeSession(await startSession(id)))
  callers.set(visitor, id)
  return visitor
}

export function arrive(
  playwright: PlaywrightWorkerArgs["playwright"],
  baseURL: string | undefined,
  cookie?: string,
): Promise<APIRequestContext> {
  const headers = cookie ? { cookie: `${sessionCookieName()}=${cookie}` } : undefined
  return playwright.request.newContext({ baseURL, extraHTTPHeaders: headers })
}

export function addressOf(route: string, made: Made & { slug: string }): string {
  return route
    .replace("/revisions/compare", `/revisions/compare?to=${made.revisionId}`)
    .replace("/desk/posts/[id]", `/desk/posts/${made.postId}`)
    .replace("/desk/media/[id]", `/desk/media/${made.mediaId}`)
    .replace("/desk/pages/[id]", `/desk/pages/${made.pageId}`)
    .replace("/desk/tags/[id]", `/desk/tags/${made.tagId}`)
    .replace("/desk/staff/[id]", `/desk/staff/${made.memberId}`)
    .replace("/desk/authors/[id]/merge", `/desk/authors/${made.authorId}/merge?into=${made.otherAuthorId}`)
    .replace("/desk/authors/[id]", `/desk/authors/${made.authorId}`)
    .replace("[slug]", made.slug)
    .replace("[top]", "nothing-of-this-name")
    .replace("[child]", "nor-of-this")
    .replace("[id]", String(made.commentId))
    .replace("[year]/[month]", "2026/01")
    .replace("[part]", "1.xml")
    .replace("[page]", "1")
    .replace("[token]", "1-aaaaaaaaaaaaaaaaaaaaaa")
}
