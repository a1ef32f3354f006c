import { startApp } from "../support/app.ts"
import { exportDemo } from "../support/export-demo.ts"
import { expect, test } from "../support/fixtures.ts"
import { makeDemo } from "../support/make-demo.ts"
import { withOwnDatabase } from "../support/own-publication.ts"
import { demoPages, everyPart, exportSite, missingParts } from "../support/site-inventory.ts"

test("the functions behind the desk's screens make of an empty database all that the demo publication shows", async () => {
  const demo = await exportDemo()
  for (const [page, { kind }] of Object.entries(demoPages))
    expect(demo[page], page).toEqual(expect.arrayContaining(everyPart(kind)))
  await withOwnDatabase("made", async (url) => {
    const app = await startApp({ DATABASE_URL: url, DATA_DIR: process.env.DATA_DIR ?? "", DEMO: "off" })
    try {
      const empty = await exportSite(app.url, demoPages)
      expect(missingParts(empty, demo)).toContain("front page: lead with a picture")
      await makeDemo()
      await expect(async () => {
        const own = await exportSite(app.url, demoPages)
        expect(missingParts(own, demo)).toEqual([])
        expect(missingParts(demo, own)).toEqual([])
      }).toPass()
    } finally {
      await app.stop()
    }
  })
})
