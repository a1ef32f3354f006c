import { expect, test } from "vitest"
import { tagsOfComment, tagsOfComments } from "@/lib/comments/cache-tags"
import { commentTags } from "../../support/comment-tags.ts"

const comment = { id: 7, root: 3, slug: "a-fair" }

test.each([
  [null, "approved"],
  ["pending", "approved"],
  ["approved", "pending"],
  ["approved", "rejected"],
  ["approved", "deleted"],
] as const)(
  "from %s to %s a comment's thread, its own pages and the number in lists change",
  (was, becomes) => {
    expect(tagsOfComment({ ...comment, was, becomes })).toEqual(commentTags("a-fair", 7, 3))
  },
)

test("other words of a comment that stays on the page change no number", () => {
  const change = { ...comment, was: "approved", becomes: "approved" } as const
  expect(tagsOfComment({ ...change, edited: true })).toEqual(["thread:a-fair", "conversation:3", "comment:7"])
  expect(tagsOfComment(change)).toEqual([])
})

test.each([
  [null, "pending"],
  ["pending", "pending"],
  ["pending", "spam"],
  ["rejected", "deleted"],
] as const)("from %s to %s nothing changes that anybody could see", (was, becomes) => {
  expect(tagsOfComment({ ...comment, was, becomes, edited: true })).toEqual([])
})

test("under a comment's answers stands what became of it, in the same words for spam and a rejection", () => {
  const change = { ...comment, holdsUpReplies: true }
  const thread = ["thread:a-fair", "conversation:3"]
  expect(tagsOfComment({ ...change, was: "pending", becomes: "spam" })).toEqual(thread)
  expect(tagsOfComment({ ...change, was: "spam", becomes: "deleted" })).toEqual(thread)
  expect(tagsOfComment({ ...change, was: "spam", becomes: "rejected" })).toEqual([])
})

test("thousands of comments are told of by their stories", () => {
  const changes = Array.from({ length: 3000 }, (_, id) => ({
    id,
    root: id,
    slug: `story-${id % 2}`,
    was: "pending" as const,
    becomes: "approved" as const,
  }))
  const stories = [0, 1].flatMap((n) => [`thread:story-${n}`, `title:story-${n}`, `card:story-${n}`])
  expect(new Set(tagsOfComments(changes))).toEqual(new Set(stories))
})
