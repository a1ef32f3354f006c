import { createPost } from "../../db/factories.ts"
import { bystanders } from "../bench/bystanders.ts"
import { startApp } from "../support/app.ts"
import { greedyCrowd, slowBodyCrowd, slowReaderCrowd } from "../support/crowds.ts"
import { expect, test } from "../support/fixtures.ts"
import { ownerUrl } from "../support/owner.ts"

const crowds = {
  "160 connections that ask for pages without an end": greedyCrowd,
  "160 connections that begin forms and never end them": slowBodyCrowd,
  "160 connections that read nothing of what they ask for": slowReaderCrowd,
}

// An app of its own: what it does to the others is not a matter of the journeys that run beside this one.
test.describe.configure({ mode: "serial" })

for (const [name, crowd] of Object.entries(crowds)) {
  test(`while one network has ${name}, readers, commenters and moderators elsewhere are served`, async ({
    db,
  }) => {
    const app = await startApp({
      DATABASE_URL: ownerUrl(),
      DATA_DIR: process.env.DATA_DIR ?? "",
    })
    const { slug } = await createPost(db)
    const greedy = crowd(app.url, slug, { forwardedFor: "198.51.100.9" })
    try {
      await greedy.begun
      let rounds = 0
      const visits = await bystanders(app.url, slug, () => rounds++ >= 8)
      const refused = visits.filter(({ status }) => status !== 200 && status !== 303)
      expect(refused).toEqual([])
      expect(visits.length).toBeGreaterThanOrEqual(8 * 6)
    } finally {
      await greedy.stop()
      await app.stop()
    }
  })
}
