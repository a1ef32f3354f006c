import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { createPost, createRevision } from "../../db/factories.ts"
import { posts } from "../../db/schema/posts.ts"
import type { Role } from "../../lib/auth/staff.ts"

/** Where a story can stand, a published one with newer words, and one that readers have seen before (`again`). */
const states = [
  "draft",
  "in_review",
  "changes_asked",
  "approved",
  "scheduled",
  "published",
  "proposed",
  "proposal sent back",
  "withdrawn",
  "in_review again",
  "scheduled again",
] as const
type State = (typeof states)[number]

const storyActions = [
  "save",
  "submit",
  "take back",
  "send back",
  "approve",
  "publish",
  "schedule",
  "unpublish",
  "unschedule",
] as const
export type StoryAction = (typeof storyActions)[number]

/** `-` is refused, `=` stays where it stood, anything else is where the story stands afterwards, `~` for a blank. */
type Row = Record<State, string>
const nothing = Object.fromEntries(states.map((state) => [state, "- - - - - - - - -"])) as Row

/**           save  submit     take back  send back      approve  publish  schedule  unpublish  unschedule */
const editorOfOthers: Row = {
  draft: "= in_review - - - published scheduled = =",
  in_review: "= = - changes_asked approved published scheduled = =",
  changes_asked: "= in_review - = approved published scheduled = =",
  approved: "= - - changes_asked = published scheduled = =",
  scheduled: "= - - - - published = = draft",
  published: "= - - - - = - withdrawn -",
  proposed: "= - - proposal~sent~back - published - withdrawn -",
  "proposal sent back": "= - - = - published - withdrawn -",
  withdrawn: "= in_review~again - - - published scheduled~again = =",
  "in_review again": "= = - changes_asked~again approved~again published scheduled~again = =",
  "scheduled again": "= - - - - published = = withdrawn",
}

/** Whose story it is: one that they began, one that somebody else began and that credits them, or somebody else's. */
type Own = boolean | "credited"

const ofOwnWriter: Row = {
  ...nothing,
  draft: "= in_review = - - - - - -",
  in_review: "= = draft - - - - - -",
  changes_asked: "= in_review draft - - - - - -",
  published: "= proposed = - - - - - -",
  proposed: "= = published - - - - - -",
  "proposal sent back": "= proposed published - - - - - -",
  "in_review again": "= = draft~again - - - - - -",
}

const ofOwnEditor: Row = {
  draft: "= in_review = - - published scheduled = =",
  in_review: "= = draft changes_asked approved published scheduled = =",
  changes_asked: "= in_review draft = approved published scheduled = =",
  approved: "= - - changes_asked = published scheduled = =",
  scheduled: "= - - - - published = = draft",
  published: "= - = - - = - withdrawn -",
  proposed: "= - published proposal~sent~back - published - withdrawn -",
  "proposal sent back": "= - published = - published - withdrawn -",
  withdrawn: "= in_review~again = - - published scheduled~again = =",
  "in_review again": "= = withdrawn changes_asked~again approved~again published scheduled~again = =",
  "scheduled again": "= - - - - published = = withdrawn",
}

const table: { who: string; role: Role; own: Own; row: Row }[] = [
  { who: "a writer, with their own story", role: "writer", own: true, row: ofOwnWriter },
  { who: "a writer, with a story that credits them", role: "writer", own: "credited", row: ofOwnWriter },
  { who: "a writer, with somebody else's story", role: "writer", own: false, row: nothing },
  { who: "a moderator, with a story of their own", role: "moderator", own: true, row: nothing },
  { who: "a moderator, with a story that credits them", role: "moderator", own: "credited", row: nothing },
  { who: "a moderator, with somebody else's story", role: "moderator", own: false, row: nothing },
  { who: "an editor, with somebody else's story", role: "editor", own: false, row: editorOfOthers },
  { who: "an admin, with somebody else's story", role: "admin", own: false, row: editorOfOthers },
  { who: "an editor, with their own story", role: "editor", own: true, row: ofOwnEditor },
  { who: "an editor, with a story that credits them", role: "editor", own: "credited", row: ofOwnEditor },
]

/** Each person with each kind of story, and what becomes of it by each action; `becomes`: null where it is refused. */
export const storyWorkflow = table.flatMap(({ who, role, own, row }) =>
  states.map((state) => ({
    name: `${who} (${state})`,
    role,
    own,
    state,
    steps: storyActions.map((action, at) => {
      const word = row[state].split(" ")[at]
      if (!word) throw new Error(`The table does not say what becomes of ${state} by ${action}.`)
      return { action, becomes: word === "-" ? null : word === "=" ? state : word.replaceAll("~", " ") }
    }),
  })),
)

/** A story that stands there, with words of its own beside those that readers see where it has some. */
export async function makeStoryIn(state: State, maker: { id: number; authorId: number | null }) {
  const proposal =
    state === "proposed" ? "in_review" : state === "proposal sent back" ? "changes_asked" : null
  const [word] = state.split(" ") as [(typeof posts.$inferSelect)["status"]]
  const status = proposal ? "published" : word
  const isPublic = status === "published" || status === "withdrawn" || state.endsWith(" again")
  const post = await createPost(database(), {
    slug: `story-${randomUUID()}`,
    status,
    createdBy: maker.id,
    authorId: maker.authorId ?? undefined,
    publishedAt: isPublic ? new Date() : null,
  })
  if (!proposal) return post
  const live = await createRevision(database(), post, { kind: "published", publicFrom: new Date() })
  const newer = await createRevision(database(), { ...post, title: "Newer words" })
  await database()
    .update(posts)
    .set({ liveRevisionId: live.id, workingRevisionId: newer.id, proposal })
    .where(eq(posts.id, post.id))
  return storedStory(post.id)
}

export async function storedStory(id: number) {
  const [post] = await database().select().from(posts).where(eq(posts.id, id))
  if (!post) throw new Error("no such story")
  return post
}

/** Where it stands, in the words of the table. */
export function stateOf({ status, proposal, publishedAt }: typeof posts.$inferSelect): string {
  const again = publishedAt !== null && status !== "published" && status !== "withdrawn"
  if (proposal === null) return again ? `${status} again` : status
  return proposal === "in_review" ? "proposed" : "proposal sent back"
}
