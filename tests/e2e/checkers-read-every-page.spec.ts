import { routes } from "../../app/routes.ts"
import { createPost } from "../../db/factories.ts"
import { builtPages } from "../support/build.ts"
import { findingsOfLook } from "../support/findings.ts"
import { expect, signIn, test } from "../support/fixtures.ts"
import { fillWithHostileWords } from "../support/hostile-newsroom.ts"
import { findingsOfHtml } from "../support/html-checker.ts"

// A trace keeps the document at each step, which here is most of the work.
test.use({ trace: "off" })

/** Pages that look otherwise under another query, or to which no route leads. */
const more = [
  "/a-page-that-is-not-there",
  "/desk/posts/999999999",
  "/desk/comments?status=spam",
  "/desk/comments?status=rejected",
]

test("every page, with the worst words in it, is valid, accessible, and no wider than its window", async ({
  desk,
  page: signedOut,
  signInAs,
  db,
  refresh,
}) => {
  await signInAs("admin")
  const made = await fillWithHostileWords(db)
  await refresh()
  const pages = builtPages()
  const built = routes
    .filter(({ pattern }) => pages.includes(pattern))
    .map(({ pattern, principal }) => ({
      address: made[pattern] ?? pattern,
      visitor: principal === "signed-out" ? signedOut : desk,
    }))
  expect(built.filter(({ address }) => address.includes("["))).toEqual([])

  const wrong: string[] = []
  const documents = new Map<string, string>()
  let here = ""
  for (const visitor of [desk, signedOut]) {
    visitor.on("console", (message) => {
      const text = message.text()
      // Chromium reports each answer of 4xx as an error; those pages are asked for on purpose.
      if (message.type() === "error" && !text.startsWith("Failed to load")) wrong.push(`${here} says ${text}`)
    })
    visitor.on("pageerror", (error) => wrong.push(`${here} fails: ${error.message}`))
  }
  for (const { address, visitor } of [...built, ...more.map((address) => ({ address, visitor: desk }))]) {
    here = address
    const answer = await visitor.goto(address)
    const status = answer?.status()
    if (!more.includes(address) && status !== 200) wrong.push(`${address} is answered ${status}`)
    const { pathname } = new URL(visitor.url())
    // The first page of a conversation has one address, without a number.
    const asked = new URL(address, visitor.url()).pathname.replace(/(\/conversation\/\d+)\/1$/, "$1")
    if (pathname !== asked) wrong.push(`${address} leads to ${pathname}`)
    documents.set(address, (await answer?.text()) ?? "")
    wrong.push(...(await findingsOfLook(visitor)).map((finding) => `${address} ${finding}`))
  }
  wrong.push(...(await findingsOfHtml(documents)))
  expect(wrong).toEqual([])
})

test("whoever has scripts off is told in words that a page is not there or not theirs", async ({
  browser,
  baseURL,
  db,
}) => {
  const withdrawn = await createPost(db, { status: "withdrawn" })
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  await signIn(db, context, ["writer"])
  const page = await context.newPage()
  for (const [address, heading] of [
    ["/desk/comments", "Your roles do not allow this"],
    ["/desk/posts/999999999", "There is no page at this address"],
    ["/desk/a-page-that-is-not-there", "There is no page at this address"],
    ["/a-page-that-is-not-there", "There is no page at this address"],
    [`/posts/${withdrawn.slug}`, "There is no page at this address"],
  ] as const) {
    await page.goto(address)
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveText(heading)
    await expect(page.locator("html"), address).toHaveAttribute("lang", "en")
  }
  await context.close()
})
