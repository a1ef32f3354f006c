import { JSDOM } from "jsdom"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { type ListedStory, StoryTableRow } from "@/components/editor/story-table-row"

const story: ListedStory = {
  id: 7,
  title: "The pool",
  status: "published",
  proposal: null,
  bylines: ["Ana"],
  updatedAt: new Date("2026-11-30T12:00:00Z"),
  publishedAt: new Date("2026-11-28T09:30:00Z"),
  comments: 0,
  unseen: false,
  daysLeft: null,
  wasPublic: true,
  publishAt: null,
  overdue: null,
  embargoUntil: null,
}

/** What the row says under the title, of this story. */
function status(fields: Partial<ListedStory>): string {
  const row = <StoryTableRow story={{ ...story, ...fields }} open={undefined} />
  const { window } = new JSDOM(`<table>${renderToStaticMarkup(row)}</table>`)
  return window.document.querySelectorAll("td")[2]?.textContent ?? ""
}

test("an editor who sorts stories by publication reads of each when it was published, and of a draft nothing such", () => {
  expect(status({})).toBe("Published28 Nov 2026, 09:30")
  expect(status({ status: "draft" })).toBe("Draft")
  expect(status({ status: "scheduled", publishAt: new Date("2026-12-24T18:00:00Z") })).toBe(
    "Scheduled24 Dec 2026, 18:00",
  )
})
