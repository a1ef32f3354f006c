import { expect, test, vi } from "vitest"
import { Document } from "../../../server/cache/document.ts"
import { mayHavePage } from "../../../server/edge/page-list.ts"
import { Store } from "../../../server/edge/store.ts"

test("pages are found although the list of their paths could not be unpacked once", async () => {
  // Long enough to be held compressed.
  const body = Buffer.from(Array.from({ length: 100 }, (_, n) => `page-${n}`).join("\n"))
  const answer = { status: 200, headers: [["content-type", "text/plain"]] as [string, string][], body }
  const document = await Document.make(answer, [], ["pages"], "identity")
  vi.spyOn(document, "pack").mockRejectedValueOnce(new Error("out of memory"))
  const store = new Store()
  const ask = (path: string) => mayHavePage(store, path, async () => ({ document }))
  expect(await ask("/nowhere"), "without a list the page itself is asked").toBe(true)
  expect([await ask("/nowhere"), await ask("/page-7")]).toEqual([false, true])
})
