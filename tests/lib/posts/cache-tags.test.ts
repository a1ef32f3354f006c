import { describe, expect, test } from "vitest"
import { type Sections, type StoryFace, tagsOfStory } from "@/lib/posts/cache-tags"

const face: StoryFace = {
  version: 1,
  slug: "a-fair",
  title: "A fair",
  standfirst: "It rained.",
  picture: "",
  leadMediaId: null,
  isElsewhere: false,
  offFrontPage: false,
  publishedAt: new Date("2026-03-05T08:00:00Z"),
  month: { year: 2026, month: 3 },
  bylines: [{ slug: "ada", name: "Ada", part: "words" }],
  tags: [
    { slug: "families", name: "Families" },
    { slug: "news", name: "News" },
  ],
  commentMode: "open",
}
const lists = ["list:/authors/ada", "list:/tags/families", "list:/tags/news", "list:/archive/2026/03"]
const sections: Sections = { hasStories: true, tags: face.tags, pages: [], menu: null, footer: null }
const front = [{ place: "top", id: 1, tag: null }]

function changed(after: Partial<StoryFace>) {
  const story = { ...face, version: 2, ...after }
  return tagsOfStory({ story: face, sections, front }, { story, sections, front })
}

describe("a story", () => {
  test("that appears or disappears changes the lists that it is in", () => {
    const [gone, there] = [
      { story: null, sections, front: [] },
      { story: face, sections, front },
    ]
    expect(tagsOfStory(gone, there)).toEqual(["post:a-fair", "title:a-fair", "lists", ...lists])
    expect(tagsOfStory(there, gone)).toEqual(["post:a-fair", "title:a-fair", "lists", ...lists])
    expect(tagsOfStory(gone, gone)).toEqual([])
  })

  test("with other words changes its own pages, and lists only where they show them", () => {
    expect(changed({})).toEqual(["post:a-fair", "post:a-fair"])
    expect(changed({ title: "Another fair" })).toEqual(
      expect.arrayContaining(["card:a-fair", "title:a-fair"]),
    )
    expect(changed({ commentMode: "closed" })).toEqual(["post:a-fair", "post:a-fair", "form:a-fair"])
    expect(changed({ standfirst: "It snowed." })).toContain("card:a-fair")
  })

  test("that moves to another author or tag changes the list it leaves and the list it comes to", () => {
    expect(changed({ bylines: [{ slug: "ben", name: "Ben", part: "words" }] })).toEqual(
      expect.arrayContaining(["list:/authors/ada", "list:/authors/ben", "card:a-fair"]),
    )
    const tags = [face.tags[0] ?? { slug: "", name: "" }, { slug: "work", name: "Work" }]
    expect(changed({ tags })).toEqual(["post:a-fair", "post:a-fair", "list:/tags/news", "list:/tags/work"])
  })

  test("that is refused a change changes nothing", () => {
    expect(changed({ version: 1 })).toEqual([])
  })

  test("changes the layout of every page only where there are other sections for it", () => {
    const story = { ...face, version: 2 }
    expect(
      tagsOfStory(
        { story: face, sections, front },
        { story, sections: { ...sections, tags: sections.tags.toReversed() }, front },
      ),
    ).toContain("frame")
    expect(changed({ title: "Another fair" })).not.toContain("frame")
    const none: Sections = { hasStories: false, tags: [], pages: [], menu: null, footer: null }
    expect(
      tagsOfStory(
        { story: null, sections: none, front: [] },
        { story, sections: { ...none, hasStories: true }, front },
      ),
    ).toContain("frame")
  })

  test("changes the front page where it stands elsewhere there, or is kept off it", () => {
    const story = { ...face, version: 2 }
    const moved = [{ place: "1", id: 1, tag: { slug: "news", name: "News" } }]
    expect(tagsOfStory({ story: face, sections, front }, { story, sections, front: moved })).toContain(
      "front",
    )
    expect(changed({ offFrontPage: true })).toContain("front")
    expect(changed({ title: "Another fair" })).not.toContain("front")
  })
})
