import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import type { Database } from "../../db/client.ts"
import { createAuthor, createPost } from "../../db/factories.ts"
import { passkeys } from "../../db/schema/credentials.ts"
import { posts } from "../../db/schema/posts.ts"
import { staff } from "../../db/schema/staff.ts"
import type { AccountOwner, Role } from "../../lib/auth/staff.ts"
import { makeStaffLink } from "../../lib/auth/staff-links.ts"
import { beginTotp } from "../../lib/credentials/totp-setup.ts"
import { actions, type Made } from "./access.ts"
import { createOwner } from "./as-owner.ts"
import { givePasskey } from "./give-passkey.ts"

/** What is there, and somebody else's account, profile and story. */
export type Forgeable = {
  db: Database
  made: Made
  other: AccountOwner
  otherPasskey: number
  otherStory: number
  /** The caller's own. */
  callerId: number
  ownStory: number
  ownVersion: number
}

type Fields = Record<string, string>

/** A form that no page sends. */
type Forged = {
  as: Role
  action: string
  fields: (at: Forgeable) => Fields
  /** What of the caller's own may differ afterwards, by a query of what may not; without it nothing at all may. */
  stays?: (at: Forgeable) => Promise<unknown>
  /** Whether the rest of the form was taken, so that its other fields are known to have been read. */
  saved?: (at: Forgeable) => Promise<boolean>
}

const mine = (name: string) => `app/desk/me/actions.ts#${name}`

const ownRow = async ({ db, callerId }: Forgeable) => {
  const [row] = await db.select().from(staff).where(eq(staff.id, callerId))
  const { id, email, roles, disabledAt, joinedAt, passwordHash, createdAt } = row ?? {}
  return { id, email, roles, disabledAt, joinedAt, passwordHash, createdAt }
}

const ownStoryRow = async ({ db, ownStory }: Forgeable) => {
  const [row] = await db.select().from(posts).where(eq(posts.id, ownStory))
  const { id, createdBy, status, publishedAt, offFrontPage } = row ?? {}
  const names = await db.execute(sql`select author_id, part from post_bylines where post_id = ${ownStory}`)
  return { id, createdBy, status, publishedAt, offFrontPage, names: JSON.stringify(names) }
}

/** What no field of a form of one's own is called. */
const extra = ({ other, made }: Forgeable): Fields => ({
  roles: "admin",
  admin: "on",
  staffId: String(other.id),
  staff_id: String(other.id),
  id: String(other.id),
  member: String(other.id),
  author: String(made.authorId),
  authorId: String(made.authorId),
  sessionId: other.sessionId,
  disabledAt: "",
  joinedAt: "1990-01-01",
  passwordHash: "x",
  createdAt: "1990-01-01",
  constructor: "x",
})

const story = ({ made, ownStory, ownVersion }: Forgeable): Fields => ({
  ...tableForm("app/desk/posts/actions.ts#saveStoryAction", made),
  id: String(ownStory),
  version: String(ownVersion),
  intent: "save",
  title: `Mine ${made.words}`,
})

const page = (fields: (at: Forgeable) => Fields): Forged => ({
  as: "editor",
  action: "app/desk/pages/actions.ts#savePageAction",
  fields: (at) => ({ ...tableForm("app/desk/pages/actions.ts#savePageAction", at.made), ...fields(at) }),
})

const inTable = (
  as: Role,
  action: string,
  fields: (at: Forgeable) => Fields,
  stays?: Forged["stays"],
): Forged => ({
  as,
  action,
  fields: (at) => ({ ...tableForm(action, at.made), ...fields(at) }),
  ...(stays && { stays }),
})

/** Role × object × action, where the object is not the sender's to touch or is none. Each row is a sentence. */
export const forgedForms: Record<string, Forged> = {
  "an editor ends nobody else's session by its number": {
    as: "editor",
    action: mine("endSessionAction"),
    fields: ({ other }) => ({ session: other.sessionId }),
  },
  "an admin ends nobody else's session from their own account": {
    as: "admin",
    action: mine("endSessionAction"),
    fields: ({ other }) => ({ session: other.sessionId, staffId: String(other.id) }),
  },
  "an admin removes nobody else's passkey by its number": {
    as: "admin",
    action: mine("passkeyAction"),
    fields: ({ otherPasskey, other }) => ({
      intent: "remove",
      passkey: String(otherPasskey),
      staffId: String(other.id),
    }),
  },
  "an editor turns nobody else's authenticator app off": {
    as: "editor",
    action: mine("totpAction"),
    fields: (at) => ({ ...extra(at), intent: "off" }),
  },
  "an editor makes no recovery codes for somebody else": {
    as: "editor",
    action: mine("totpAction"),
    fields: (at) => ({ ...extra(at), intent: "codes" }),
  },
  "a writer gets no other roles, and touches no other account, by fields of their own profile": {
    as: "writer",
    action: mine("saveOwnProfileAction"),
    fields: (at) => ({ ...extra(at), ...tableForm(mine("saveOwnProfileAction"), at.made) }),
    stays: ownRow,
  },
  "a moderator gets no other roles by fields of their name": {
    as: "moderator",
    action: mine("changeNameAction"),
    fields: (at) => ({ ...extra(at), name: "Another name", email: "x@example.org" }),
    stays: ownRow,
    saved: async ({ db, callerId }) =>
      (await db.$count(staff, sql`id = ${callerId} and name = 'Another name'`)) === 1,
  },
  "a moderator makes no profile that readers would see": {
    as: "moderator",
    action: mine("saveOwnProfileAction"),
    fields: (at) => ({ ...extra(at), ...tableForm(mine("saveOwnProfileAction"), at.made) }),
  },
  "a writer saves nobody else's story": {
    as: "writer",
    action: "app/desk/posts/actions.ts#saveStoryAction",
    fields: (at) => ({ ...story(at), id: String(at.otherStory), version: "1" }),
  },
  "a writer's save names no other author, sets no date and publishes nothing by fields of its own": {
    as: "writer",
    action: "app/desk/posts/actions.ts#saveStoryAction",
    fields: (at) => ({
      ...story(at),
      createdBy: String(at.other.id),
      authorId: String(at.made.authorId),
      status: "published",
      publishedAt: "1990-01-01T00:00",
      offFrontPage: "on",
    }),
    stays: ownStoryRow,
    saved: async ({ db, made }) => (await db.$count(posts, eq(posts.title, `Mine ${made.words}`))) === 1,
  },
  "a writer names nobody else on a story of their own": {
    as: "writer",
    action: "app/desk/posts/actions.ts#saveStoryAction",
    fields: (at) => ({ ...story(at), bylines: JSON.stringify([{ id: at.made.authorId, part: "words" }]) }),
    stays: ownStoryRow,
  },
  "a writer publishes not even their own story": {
    as: "writer",
    action: "app/desk/posts/actions.ts#saveStoryAction",
    fields: (at) => ({ ...story(at), intent: "publish" }),
    stays: ownStoryRow,
  },
  "an editor puts a page under no page that there is not": page(() => ({ parentId: "999999999" })),
  "an editor puts a page under no page with a negative number": page(() => ({ parentId: "-1" })),
  "an editor puts a page under no word": page(() => ({ parentId: "about" })),
  "an editor puts a page not under itself": page(({ made }) => ({ parentId: String(made.pageId) })),
  "an editor gives a page no purpose that there is not": page(() => ({ purpose: "admin" })),
  "an editor checks the facts of no page that is not the privacy page": inTable(
    "editor",
    "app/desk/pages/actions.ts#confirmFactsAction",
    ({ made }) => ({ id: String(made.pageId) }),
  ),
  "an editor confirms no facts but those of the site": inTable(
    "editor",
    "app/desk/pages/actions.ts#confirmFactsAction",
    () => ({ seen: '{"proxies":"never"}' }),
  ),
  "an editor merges no tag into itself": inTable(
    "editor",
    "app/desk/tags/actions.ts#mergeTagAction",
    ({ made }) => ({ into: String(made.tagId) }),
  ),
  "an editor merges no profile into itself": inTable(
    "editor",
    "app/desk/authors/actions.ts#mergeAction",
    ({ made }) => ({ into: String(made.authorId) }),
  ),
  "an editor deletes no profile that somebody's account has": inTable(
    "editor",
    "app/desk/authors/actions.ts#deleteGuestAction",
    ({ other }) => ({ author: String(other.authorId) }),
  ),
  "an admin links to no page that there is not": inTable(
    "admin",
    "app/desk/settings/frame/actions.ts#saveFrameAction",
    () => ({ "target-5": "page:999999999", "url-5": "" }),
  ),
  "an admin links to no tag that there is not": inTable(
    "admin",
    "app/desk/settings/frame/actions.ts#saveFrameAction",
    () => ({ "target-5": "tag:999999999", "url-5": "" }),
  ),
  "an admin links to no script": inTable(
    "admin",
    "app/desk/settings/frame/actions.ts#saveFrameAction",
    () => ({ "url-5": "javascript:alert(1)" }),
  ),
  "an admin makes no picture that there is not the site's": inTable(
    "admin",
    "app/desk/settings/frame/actions.ts#setPictureAction",
    () => ({ picture: "999999999" }),
  ),
  "an admin puts a picture in no place that there is not": inTable(
    "admin",
    "app/desk/settings/frame/actions.ts#setPictureAction",
    () => ({ place: "portrait" }),
  ),
  "an editor opens the front page with no story that readers cannot see": inTable(
    "editor",
    "app/desk/front-page/actions.ts#frontPageAction",
    ({ made }) => ({ leadPost: String(made.postId) }),
  ),
  "an editor gives no section to a tag that there is not": inTable(
    "editor",
    "app/desk/front-page/actions.ts#frontPageAction",
    () => ({ "tag-1": "999999999" }),
  ),
  "an admin withdraws no invitation of somebody who has joined": inTable(
    "admin",
    "app/desk/staff/actions.ts#memberAction",
    ({ other }) => ({ member: String(other.id), intent: "withdraw" }),
  ),
  "an admin sends no other invitation to somebody who has joined": inTable(
    "admin",
    "app/desk/staff/actions.ts#memberAction",
    ({ other }) => ({ member: String(other.id), intent: "resend" }),
  ),
  "an admin does nothing to somebody that no button is for": inTable(
    "admin",
    "app/desk/staff/actions.ts#memberAction",
    ({ other }) => ({ member: String(other.id), intent: "delete" }),
  ),
  "an admin changes no roles over others than they saw": inTable(
    "admin",
    "app/desk/staff/actions.ts#changeRolesAction",
    ({ made }) => ({ member: String(made.memberId), seen: "admin,editor" }),
  ),
  "an admin gives no role that there is not": inTable(
    "admin",
    "app/desk/staff/actions.ts#changeRolesAction",
    ({ made }) => ({ member: String(made.memberId), writer: "", moderator: "", operator: "on", owner: "on" }),
  ),
  "ASVS 6.4.6: an admin sets nobody else's password, and chooses none for somebody they invite": inTable(
    "admin",
    "app/desk/staff/actions.ts#changeRolesAction",
    ({ other }) => ({
      member: String(other.id),
      seen: "editor",
      writer: "",
      moderator: "",
      editor: "on",
      password: "chosen by somebody else",
      again: "chosen by somebody else",
      passwordHash: "x",
    }),
  ),
  "an admin suspends not themselves": inTable(
    "admin",
    "app/desk/staff/actions.ts#memberAction",
    ({ callerId }) => ({ member: String(callerId), intent: "suspend" }),
  ),
}

/** Fields of forms that say which row is meant, or which version of it. */
const naming =
  /^(id|version|member|author|into|intoVersion|tag|comment|ban|passkey|session|picture|parentId|tag-1|leadPost|lead-1)$/

/** What is no row's number. Above 15 digits a number is not exact, and Postgres has none of 20. */
export const noRows = ["-1", "0", "1e3", "1abc", "999999999999999", "9".repeat(20), "__proto__"]

/** The fields of an action's form that can be forged, and with what; empty where a form may leave it so. */
export function forgeable(name: string, made: Made): { field: string; values: string[] }[] {
  return Object.entries(tableForm(name, made))
    .filter(([field, value]) => naming.test(field) && value !== "")
    .map(([field]) => ({ field, values: noRows.filter((value) => !meant(name, field, value)) }))
}

/** Where such a value means something: 0 is the version of what was never saved. */
function meant(name: string, field: string, value: string): boolean {
  if (field !== "version") return false
  // Taking back what readers see, or soon will, is urgent, so another save in between does not refuse it.
  if (/withdrawPage|unpublishStory|unscheduleStory/.test(name)) return value === "999999999999999"
  return value === "0" && /frontPage|saveOwnProfile/.test(name)
}

export function tableForm(name: string, made: Made): Fields {
  const action = actions[name]
  if (action === undefined || action === "anyone") throw new Error(`${name} is not in the table.`)
  return action.form(made)
}

/** What `forgedForms` are tried on. */
export async function makeForgeable(db: Database, callerId: number, made: Made): Promise<Forgeable> {
  const author = await createAuthor(db)
  const other = await createOwner(db, { roles: ["editor"], authorId: author.id })
  await givePasskey(other.id)
  await beginTotp(other)
  await makeStaffLink(db, { purpose: "sign_in", staffId: other.id })
  const [passkey] = await db.select().from(passkeys).where(eq(passkeys.staffId, other.id))
  const draft = { status: "draft" as const, publishedAt: null }
  const [own] = [await createPost(db, { ...draft, createdBy: callerId, slug: `own-${randomUUID()}` })]
  const theirs = await createPost(db, { ...draft, createdBy: other.id, authorId: author.id })
  return {
    db,
    made,
    other,
    otherPasskey: passkey?.id ?? 0,
    otherStory: theirs.id,
    callerId,
    ownStory: own.id,
    ownVersion: own.version,
  }
}

/** All that is somebody else's, as one text. */
export async function othersDigest({ db, other, otherStory }: Forgeable): Promise<string> {
  const rows = await db.execute(sql`
    select s::text as row from staff s where id = ${other.id}
    union all select s::text from sessions s where staff_id = ${other.id}
    union all select p::text from passkeys p where staff_id = ${other.id}
    union all select t::text from totp_secrets t where staff_id = ${other.id}
    union all select r::text from recovery_codes r where staff_id = ${other.id}
    union all select l::text from staff_links l where staff_id = ${other.id}
    union all select a::text from authors a where id = ${other.authorId}
    union all select p::text from posts p where id = ${otherStory}
    union all select d.id::text from mail_deliveries d where staff_id = ${other.id}
    union all select e.id::text from audit_events e where member_id = ${other.id}
    order by 1`)
  return JSON.stringify(rows)
}
