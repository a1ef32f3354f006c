import { expect, test } from "@playwright/test"
import { pagesLoading } from "../support/build.ts"

test("nobody loads the editor's code but who opens a story or a page to write in", () => {
  expect(pagesLoading("ProseMirror")).toEqual([
    "/desk/pages/[id]",
    "/desk/pages/new",
    "/desk/posts/[id]",
    "/desk/posts/new",
  ])
})
