import fs from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"
import { routes } from "@/app/routes"
import { isReservedPageSlug } from "@/lib/pages/reserved-slugs"
import { findRoute } from "../../../server/edge/router.ts"

const served = [
  ...routes.map(({ pattern }) => pattern.split("/")[1] ?? ""),
  ...fs.readdirSync(path.join(import.meta.dirname, "../../../public")),
  // What the edge answers by itself, and the folders in which the app's own files and the library's lie.
  ...["healthz", "readyz", "metrics", "media", "_next"],
]

test("no page can take an address that begins with a word of the site's own", () => {
  const words = served.filter((word) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(word))
  expect(words.length).toBeGreaterThan(20)
  expect(words.filter((word) => !isReservedPageSlug(word))).toEqual([])
})

test("an address of the site without a page is not looked for among the pages", () => {
  for (const address of [
    "/posts",
    "/tags",
    "/newsletter/nothing-here",
    "/desk/nothing-here",
    "/wp-admin",
    "/admin",
  ])
    expect(findRoute(address)?.pattern, address).toBeUndefined()
  for (const address of ["/Contact", "/.env", "/phpinfo.php", "/a/b/c", "/a--b", "/%20"])
    expect(findRoute(address), address).toBeNull()
  expect(findRoute("/about")?.pattern).toBe("/[top]")
  expect(findRoute("/about/us")?.pattern).toBe("/[top]/[child]")
})
