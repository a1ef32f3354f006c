import { Parser } from "htmlparser2"
import { renderToStaticMarkup } from "react-dom/server"
import { beforeEach, expect, test } from "vitest"
import { FrontPageStories } from "@/components/posts/front-page"
import { getFrontPage } from "@/lib/posts/front-page"
import { database } from "../../../db/client.ts"
import { createMedium, createPost, tagPost } from "../../../db/factories.ts"
import { frontSections } from "../../../db/schema/frame.ts"
import { posts, postTags, tags } from "../../../db/schema/posts.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asOwner } from "../../support/owner.ts"

withFreshDatabase()

beforeEach(async () => {
  for (const table of [frontSections, postTags, tags]) await database().delete(table)
  await asOwner((tx) => tx.delete(posts))
})

/** A lead picture of each kind, by what a story has of it. */
const pictures = {
  none: async () => ({}),
  library: async () => ({ leadMediaId: (await createMedium(database())).id }),
  "not made yet": async () => ({
    leadMediaId: (await createMedium(database(), { files: [], state: "processing" })).id,
  }),
  address: async () => ({ picture: "/pictures/weir.jpg" }),
}

type Kind = keyof typeof pictures

/** The newest stories of a publication, whose pictures take turns, under two tags. */
async function publish(count: number, kinds: readonly Kind[]): Promise<void> {
  for (let n = 0; n < count; n++) {
    const kind = kinds[n % kinds.length] ?? "none"
    const publishedAt = new Date(Date.UTC(2026, 5, 30) - n * 60_000)
    const { id } = await createPost(database(), { publishedAt, ...(await pictures[kind]()) })
    await tagPost(database(), id, n % 3 ? "River" : "Town")
  }
}

async function arrangeSections(): Promise<void> {
  for (const [position, { id }] of (await database().select().from(tags)).entries())
    await database().insert(frontSections).values({ edition: "live", position, tagId: id, size: 4 })
}

async function render(): Promise<string> {
  const front = await getFrontPage()
  return renderToStaticMarkup(<FrontPageStories front={front} locale={{ language: "en", timeZone: "UTC" }} />)
}

/** Where the headlines lead, and how many pictures each box for one holds. */
function read(html: string) {
  const stories: string[] = []
  const boxes: number[] = []
  let inBox = false
  const parser = new Parser({
    onopentag(name, { class: look = "", href, src }) {
      if (name === "figure") {
        boxes.push(0)
        inBox = true
      }
      if (look.includes("headline-link")) stories.push(href ?? "")
      if (name === "img" && src) {
        expect(inBox, `the picture ${src} stands in a box`).toBe(true)
        boxes.push((boxes.pop() ?? 0) + 1)
      }
    },
    onclosetag(name) {
      if (name === "figure") inBox = false
    },
  })
  parser.end(html)
  return { stories, boxes }
}

const mixtures: [string, readonly Kind[]][] = [
  ["without pictures", ["none"]],
  ["with a picture each", ["library", "address"]],
  ["with pictures that are still being made", ["not made yet"]],
  ["some with a picture and some without", ["none", "library", "not made yet", "address", "none"]],
]

for (const [sections, arrange] of [
  ["as nobody arranged it", async () => {}],
  ["with sections", arrangeSections],
] as const) {
  test.each([1, 5, 50].flatMap((count) => mixtures.map(([look, kinds]) => ({ count, look, kinds }))))(
    `the front page ${sections} has $count stories $look, each once and none with an empty box for a picture`,
    async ({ count, kinds }) => {
      await publish(count, kinds)
      await arrange()
      const { stories, boxes } = read(await render())
      expect(new Set(stories).size).toBe(stories.length)
      // Four at the top and eight behind, and eight in two sections; the others are older.
      expect(stories).toHaveLength(Math.min(count, sections === "with sections" ? 20 : 12))
      expect(boxes.every((held) => held === 1)).toBe(true)
      if (kinds.every((kind) => kind === "library" || kind === "address"))
        expect(boxes).toHaveLength(stories.length)
      if (kinds.every((kind) => kind === "none" || kind === "not made yet")) expect(boxes).toEqual([])
    },
  )
}
