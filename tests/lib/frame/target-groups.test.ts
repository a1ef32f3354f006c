import { expect, test } from "vitest"
import { targetGroups } from "@/lib/frame/target-groups"

const page = (id: number, title: string, fields: { above?: string; isPublished?: boolean } = {}) => ({
  id,
  title,
  above: null,
  isPublished: true,
  ...fields,
})
const tag = (id: number, name: string) => ({ id, slug: `tag-${id}`, name })

/** The options as somebody reads them in a closed select, without the names of their groups. */
function names(...[targets, siteLinks = {}]: Parameters<typeof targetGroups>) {
  return targetGroups(targets, siteLinks).flatMap(({ options }) => options.map(({ name }) => name))
}

test("an admin tells a page from a tag of its name, and what stands under other pages by theirs", () => {
  const pages = [
    page(1, "Sport"),
    page(2, "Privacy", { above: "The house" }),
    page(3, "Privacy", { above: "The club", isPublished: false }),
    page(4, ""),
  ]
  expect(names({ pages, tags: [tag(5, "Sport"), tag(6, "Food")] }, {})).toEqual([
    "Sport (page)",
    "Privacy (The house)",
    "Privacy (The club, draft: not shown yet)",
    "Untitled",
    "Sport (tag)",
    "Food",
  ])
})

test("an admin tells a page from what every site has under that name", () => {
  expect(names({ pages: [page(1, "Archive")], tags: [] }, { "/archive": "Archive" })).toEqual([
    "Archive (page)",
    "Archive (this site)",
  ])
})

test("an admin is shown only kinds of which there is something", () => {
  const groups = targetGroups({ pages: [], tags: [tag(6, "Food")] }, { "/archive": "Archive" })
  expect(groups.map(({ label }) => label)).toEqual(["Tags", "This site"])
  expect(groups.flatMap(({ options }) => options.map(({ value }) => value))).toEqual(["tag:6", "/archive"])
})
