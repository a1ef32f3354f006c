import type { APIRequestContext } from "@playwright/test"
import { addBylines, createAuthor, createStaff } from "../../db/factories.ts"
import type { Role } from "../../lib/auth/staff.ts"
import type { Action, Made } from "../support/access.ts"
import { builtActions } from "../support/build.ts"
import { arriveAs, callAsScript } from "../support/calls.ts"
import { expect, test } from "../support/fixtures.ts"
import { useMatrixSite } from "../support/matrix-site.ts"
import {
  makeStoryIn,
  type StoryAction,
  stateOf,
  storedStory,
  storyWorkflow,
} from "../support/story-workflow.ts"

test.use({
  baseAddress: [({}, use) => use(useMatrixSite().TEST_URL), { scope: "worker" }],
})

for (const { name, role, own, state, steps } of storyWorkflow) {
  test(`${name}: each step leads where it may, and nowhere else`, async ({ playwright, db, baseURL }) => {
    const person = async (of: Role) => {
      const author = await createAuthor(db)
      return createStaff(db, { roles: [of], authorId: author.id, joinedAt: new Date() })
    }
    const who = await person(role)
    const maker = own === true ? who : await person("writer")
    const [visitor, reader] = [
      await arriveAs(playwright, baseURL, who),
      await playwright.request.newContext({ baseURL }),
    ]
    for (const { action, becomes } of steps) {
      await test.step(`${action}: ${becomes === null ? "is refused" : becomes}`, async () => {
        const post = await makeStoryIn(state, maker)
        if (own === "credited" && who.authorId)
          await addBylines(db, post.id, { authorId: who.authorId, part: "words" })
        await press(visitor, { action, post, origin: baseURL })
        const after = await storedStory(post.id)
        expect.soft(stateOf(after), action).toBe(becomes ?? state)
        if (becomes === null) expect.soft(after, action).toEqual(post)
        expect.soft(after.createdBy, action).toBe(post.createdBy)
        // By none of these do readers see what a writer wrote.
        if (role === "writer")
          expect.soft(await (await reader.get(`/posts/${post.slug}`)).text(), action).not.toContain(words)
      })
    }
    await visitor.dispose()
    await reader.dispose()
  })
}

const words = "What was typed just now"

/** What the editor's buttons send. */
const intents: Record<StoryAction, string> = {
  save: "save",
  submit: "submit",
  "take back": "take-back",
  "send back": "send-back",
  approve: "approve",
  publish: "publish",
  schedule: "schedule",
  unpublish: "save",
  unschedule: "save",
}

type Press = {
  action: StoryAction
  post: { id: number; version: number; slug: string }
  origin: string | undefined
}

/** Sends what the editor would, and fields that it would not: what a story is and whose nobody says from outside. */
async function press(visitor: APIRequestContext, { action, post, origin }: Press): Promise<void> {
  const acts = { unpublish: "unpublishStoryAction", unschedule: "unscheduleStoryAction" } as const
  const named = action === "unpublish" || action === "unschedule" ? acts[action] : "saveStoryAction"
  const { id = "" } = builtActions().find((one) => one.name === `app/desk/posts/actions.ts#${named}`) ?? {}
  const form = () => ({
    id: String(post.id),
    version: String(post.version),
    intent: intents[action],
    title: words,
    standfirst: "",
    slug: post.slug,
    tags: "",
    picture: "",
    pictureAlt: "",
    commentMode: "",
    body: JSON.stringify({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
    }),
    ...(action === "send back" ? { note: "Not yet." } : {}),
    ...(action === "schedule" ? { publishAt: `${new Date().getUTCFullYear() + 1}-06-01T10:00` } : {}),
    ...foreign,
  })
  const call: Action = { may: [], page: () => `/desk/posts/${post.id}`, form }
  const answer = await callAsScript(visitor, {
    id,
    page: call.page({} as Made),
    action: call,
    made: {} as Made,
    origin,
  })
  expect(answer.status()).toBeLessThan(500)
}

const foreign = {
  status: "published",
  publishedAt: "2026-01-01T00:00",
  createdBy: "1",
  approvedBy: "1",
  approvedRevisionId: "1",
  proposal: "",
  roles: "admin",
  staffId: "1",
}
