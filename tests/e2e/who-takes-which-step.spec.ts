import type { APIRequestContext } from "@playwright/test"
import { addBylines, createAuthor, createStaff } from "../../db/factories.ts"
import type { Role } from "../../lib/auth/staff.ts"
import { type Made, nextYear, story } from "../support/access.ts"
import { builtActions } from "../support/build.ts"
import { arrive, arriveAs, callAsScript } from "../support/calls.ts"
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
    const [visitor, reader] = [await arriveAs(playwright, baseURL, who), await arrive(playwright, baseURL)]
    for (const { action, becomes } of steps) {
      await test.step(`${action}: ${becomes === null ? "is refused" : becomes}`, async () => {
        const post = await makeStoryIn(state, maker)
        if (own === "credited" && who.authorId)
          await addBylines(db, post.id, { authorId: who.authorId, part: "words" })
        const taken = await press(visitor, { action, post, origin: baseURL })
        expect.soft(taken, action).toBe(becomes !== null)
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

type Press = { action: StoryAction; post: { id: number; version: number }; origin: string | undefined }

/** Sends the editor's fields, and forged ones that the action must ignore. Answers whether the action was taken. */
async function press(visitor: APIRequestContext, { action, post, origin }: Press): Promise<boolean> {
  const acts = { unpublish: "unpublishStoryAction", unschedule: "unscheduleStoryAction" } as const
  const named = action === "unpublish" || action === "unschedule" ? acts[action] : "saveStoryAction"
  const built = builtActions().find((one) => one.name === `app/desk/posts/actions.ts#${named}`)
  if (!built) throw new Error(`The build has no ${named}.`)
  const form = () => ({
    ...story({ postId: post.id, version: post.version, words }),
    intent: intents[action],
    ...(action === "send back" ? { note: "Not yet." } : {}),
    ...(action === "schedule" ? { publishAt: nextYear } : {}),
    ...forgedFields,
  })
  const page = `/desk/posts/${post.id}`
  const call = { id: built.id, page, action: { form }, made: {} as Made, origin }
  const answer = await callAsScript(visitor, call)
  expect(answer.status(), action).toBe(200)
  return /"ok":true/.test(await answer.text())
}

const forgedFields = {
  status: "published",
  publishedAt: "2026-01-01T00:00",
  createdBy: "1",
  approvedBy: "1",
  approvedRevisionId: "1",
  proposal: "",
  roles: "admin",
  staffId: "1",
}
