import { eq } from "drizzle-orm"
import fc from "fast-check"
import { onTagChanged } from "../../db/cache-tags.ts"
import { database } from "../../db/client.ts"
import { createComment, createPost } from "../../db/factories.ts"
import { posts } from "../../db/schema/posts.ts"
import { settings } from "../../db/schema/settings.ts"
import { runLanes } from "../../lib/jobs/run-lanes.ts"
import { closingLane } from "../../lib/settings/jobs.ts"
import { expect, test } from "../support/fixtures.ts"
import { mutations } from "../support/mutations/all.ts"
import type { Mutation } from "../support/mutations/mutation.ts"
import { withPublication } from "../support/own-publication.ts"
import { Pages } from "../support/pages.ts"

// One after the other: each starts an app.
test.describe.configure({ mode: "default" })

const day = 86_400_000

test("a change drops every page that is another one for it, and hardly any other", async () => {
  await withPublication(async (site, newsroom) => {
    const names = Object.keys(mutations)
    const steps = fc.shuffledSubarray(names, { minLength: names.length })
    await fc.assert(
      fc.asyncProperty(steps, fc.infiniteStream(fc.nat(1000)), async (wanted, picks) => {
        const pages = new Pages(site)
        await pages.render()
        await pages.judge("nothing happens", async () => {})
        for (const name of wanted) {
          const mutation = mutations[name] as Mutation
          await pages.judge(name, () => mutation(newsroom, picks.next().value ?? 0))
        }
        console.info(pages.table())
        expect(pages.forgotten, "pages that changed and were not dropped").toEqual([])
        expect(pages.tooMany(), "changes that drop much more than they change").toEqual([])
        const { changed, dropped } = pages.total()
        expect(changed).toBeGreaterThan(names.length)
        expect(dropped / changed, "pages dropped for each that changed").toBeLessThanOrEqual(1.2)
      }),
      { numRuns: 1, endOnFailure: true },
    )
  })
})

test("the pages of a story are dropped at the moment its comments close by age", async () => {
  await withPublication(async (site) => {
    const post = await createPost(database())
    await createComment(database(), { postId: post.id })
    await database().insert(settings).values({ key: "commentsCloseAfterDays", value: 7 })
    const pages = new Pages(site)
    // Soon, but not before all pages have been read.
    for (let margin = 5_000, closes = 0; closes <= Date.now(); margin *= 2) {
      closes = Date.now() + margin
      const publishedAt = new Date(closes - 7 * day)
      await database().update(posts).set({ publishedAt }).where(eq(posts.id, post.id))
      await pages.render()
    }
    let stop: (() => Promise<void>) | undefined
    await pages.judge("a story closes by age", async () => {
      const closed = new Promise<void>((resolve) => {
        const forget = onTagChanged((tag) => {
          if (tag !== `form:${post.slug}`) return
          forget()
          resolve()
        })
      })
      stop = (await runLanes(closingLane())).stop
      await closed
    })
    await stop?.()
    console.info(pages.table())
    expect(pages.forgotten).toEqual([])
    expect(pages.total().changed).toBeGreaterThanOrEqual(2)
  })
})
