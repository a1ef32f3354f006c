import { expect, test } from "vitest"
import { repairDeskPage } from "../../../server/edge/desk-page.ts"
import { openEdge, page } from "./edge.ts"

const mend = (page: string, status = 200) => repairDeskPage(Buffer.from(page), status).toString()

test("a form of the desk goes to its own page without an empty address, and nothing else is changed", () => {
  const page =
    '<p title="a &gt; b">Köln 漢字</p><form action="" encType="x" method="POST"><input formAction=""/></form>'
  expect(mend(page)).toBe('<p title="a &gt; b">Köln 漢字</p><form encType="x" method="POST"><input/></form>')
  const kept =
    '<script>a=\'\\u003cform action="">\'</script><textarea>&lt;form action=""&gt;</textarea><form action="/x">'
  expect(mend(kept)).toBe(kept)
})

test.each([
  [403, "Your roles do not allow this"],
  [404, "There is no page at this address"],
])("whoever has scripts off reads why the desk answers %i", (status, heading) => {
  const empty =
    '<!DOCTYPE html><html id="__next_error__"><head><title>x</title></head><body><script>1</script></body></html>'
  const page = mend(empty, status)
  expect(page).toContain('<html lang="en" id="__next_error__">')
  expect(page).toContain(`<body><noscript><div><h1>${heading}</h1>`)
  expect(page).toContain('<a href="/desk">')
})

test("a queue of the longest comments opens, however heavy its page is", async () => {
  const heavy = "a".repeat(9 * 1024 * 1024)
  const { ask } = await openEdge(page(heavy))
  const answer = await ask("/desk/comments")
  expect(answer.status).toBe(200)
  expect(answer.body.length).toBe(heavy.length)
})
