import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { addBylines, createAuthor, createMedium, createPost, createStaff } from "../../db/factories.ts"
import { authors } from "../../db/schema/authors.ts"
import { posts } from "../../db/schema/posts.ts"
import { expect, signIn, test } from "../support/fixtures.ts"

test("an editor names two authors and a guest over a story, and readers find all three", async ({
  desk,
  reader,
  signInAs,
  db,
  axe,
}) => {
  const mark = randomUUID().slice(0, 8)
  const editor = await signInAs("editor")
  const abel = await createAuthor(db, { name: `Abel ${mark}`, bio: "Abel keeps the minutes." })
  const [own] = await db
    .select()
    .from(authors)
    .where(eq(authors.id, editor.authorId ?? 0))
  await desk.goto("/desk/posts/new")
  await desk.getByLabel("Title").fill(`Together ${mark}`)
  await desk.getByRole("textbox", { name: "Body" }).fill("It rained, and everybody came.")
  const rows = desk.getByRole("group", { name: "Authors" }).getByRole("listitem")
  await expect(rows).toContainText([own?.name ?? ""])

  // Completed as it is written, whatever its capitals.
  await desk.getByLabel("Add an author").fill(`abel ${mark}`)
  await desk.getByLabel("Add an author").press("Enter")
  await expect(rows).toContainText([own?.name ?? "", `Abel ${mark}`])
  await desk.getByLabel("Add an author").fill(`Guest ${mark}`)
  await desk.getByRole("button", { name: "Add author" }).click()
  await expect(desk.getByText(`No listed author is called Guest ${mark}.`)).toBeVisible()
  await desk.getByRole("button", { name: "Add as a guest" }).click()
  await expect(rows).toHaveCount(3)
  await desk.getByLabel(`Part of Guest ${mark}`).focus()
  await desk.getByLabel(`Part of Guest ${mark}`).selectOption("Photographs")
  await expect(desk.getByLabel(`Part of Guest ${mark}`)).toBeFocused()

  // By the keyboard alone, and the focus stays with the row that moves.
  await desk.getByRole("button", { name: `Move Abel ${mark} up` }).focus()
  await desk.keyboard.press("Enter")
  await expect(rows).toContainText([`Abel ${mark}`, own?.name ?? "", `Guest ${mark}`])
  await desk.keyboard.press("Alt+ArrowDown")
  await expect(rows).toContainText([own?.name ?? "", `Abel ${mark}`, `Guest ${mark}`])
  await desk.keyboard.press("Alt+ArrowUp")
  await expect(rows).toContainText([`Abel ${mark}`, own?.name ?? "", `Guest ${mark}`])
  await axe(desk)
  await desk.getByRole("button", { name: "Publish" }).click()
  await expect(desk.getByText("Published", { exact: true })).toBeVisible()

  const [post] = await db
    .select()
    .from(posts)
    .where(eq(posts.title, `Together ${mark}`))
  await reader.goto(`/posts/${post?.slug}`)
  const story = reader.getByRole("article").first()
  await expect(story.getByText(`Posted by Abel ${mark} and ${own?.name}`)).toBeVisible()
  await expect(story.getByText(`Photographs by Guest ${mark}`)).toBeVisible()
  await expect(story.getByRole("region", { name: `Abel ${mark}` })).toContainText("Abel keeps the minutes.")
  // Of the guest nothing is known but the name, which the byline says.
  await expect(story.getByRole("region", { name: `Guest ${mark}` })).toHaveCount(0)
  const facts = JSON.parse((await reader.locator('script[type="application/ld+json"]').textContent()) ?? "{}")
  expect(facts.author.map(({ name }: { name: string }) => name)).toEqual([`Abel ${mark}`, own?.name])
  expect(facts.contributor).toMatchObject([{ "@type": "Person", name: `Guest ${mark}` }])

  await story
    .getByRole("link", { name: `Guest ${mark}` })
    .first()
    .click()
  await expect(reader.getByRole("heading", { level: 1, name: `Guest ${mark}` })).toBeVisible()
  const card = reader.getByRole("article").filter({ hasText: `Together ${mark}` })
  await expect(card).toContainText(`Abel ${mark} and ${own?.name}`)
  await expect(card).toContainText(`Photographs by Guest ${mark}`)
  const path = new URL(reader.url()).pathname
  const feed = await (await reader.request.get(`${path}/feed.xml`)).text()
  for (const name of [`Abel ${mark}`, own?.name]) expect(feed).toContain(`<dc:creator>${name}</dc:creator>`)
  expect(feed).toContain(`<dc:contributor>Guest ${mark}</dc:contributor>`)
  await reader.goto("/")
  await expect(reader.getByRole("article").filter({ hasText: `Together ${mark}` })).toContainText(
    `Abel ${mark} and ${own?.name}`,
  )
  await desk.reload()
  await expect(rows).toContainText([`Abel ${mark}`, own?.name ?? "", `Guest ${mark}`])
  await expect(desk.getByLabel(`Part of Guest ${mark}`)).toHaveValue("photographs")
  expect(abel.id).toBe(post?.authorId)
})

test("a writer moves their own name and no other, and can come back to a story that they left", async ({
  desk,
  signInAs,
  db,
}) => {
  const writer = await signInAs("writer")
  const [own] = await db
    .select()
    .from(authors)
    .where(eq(authors.id, writer.authorId ?? 0))
  const other = await createAuthor(db, { name: "Ana Somebody" })
  const post = await createPost(db, {
    authorId: own?.id ?? 0,
    createdBy: writer.id,
    status: "draft",
    publishedAt: null,
  })
  await addBylines(db, post.id, { authorId: other.id })
  await desk.goto(`/desk/posts/${post.id}`)
  const rows = desk.getByRole("group", { name: "Authors" }).getByRole("listitem")
  await expect(rows).toContainText([own?.name ?? "", "Ana Somebody"])
  await expect(desk.getByLabel("Add an author")).toHaveCount(0)
  await expect(desk.getByRole("button", { name: "Remove Ana Somebody" })).toHaveCount(0)
  await desk.getByRole("button", { name: `Remove ${own?.name}` }).click()
  await expect(rows).toHaveCount(1)
  await desk.getByRole("button", { name: "Add yourself" }).click()
  await expect(rows).toContainText(["Ana Somebody", own?.name ?? ""])
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByText(/^Saved/)).toBeVisible()
  await desk.reload()
  await expect(rows).toContainText(["Ana Somebody", own?.name ?? ""])
})

for (const scripts of [true, false]) {
  test.describe(`with scripts ${scripts ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled: scripts })

    test("a writer says who they are, with a portrait, and readers see it", async ({
      page,
      reader,
      db,
      axe,
    }) => {
      const mark = randomUUID().slice(0, 8)
      const writer = await signIn(db, page.context(), ["writer"])
      const post = await createPost(db, { authorId: writer.authorId ?? 0 })
      const portrait = await createMedium(db, { uploadedBy: writer.id, alt: `Face ${mark}` })
      await page.goto("/desk/me")
      await page.getByLabel("Name", { exact: true }).fill(`Wren ${mark}`)
      await page.getByLabel("Title").fill("Reporter")
      await page.getByLabel("Bio").fill("Keeps the minutes.")
      await page.getByLabel("Links").fill("not an address")
      await page.getByRole("button", { name: "Save profile" }).click()
      await expect(page.getByText("“not an address” is not an address.")).toBeVisible()
      await expect(page.getByLabel("Bio")).toHaveValue("Keeps the minutes.")
      await page.getByLabel("Links").fill("wren.example\nwren@example.org")
      await page.getByLabel("Pronouns").fill("she/her")
      await page.getByLabel("Pronunciation").fill("REN")
      if (scripts) {
        await page.getByRole("button", { name: "Choose portrait" }).click()
        await page.getByRole("button", { name: `Face ${mark}` }).click()
        await expect(page.getByRole("button", { name: "Change portrait" })).toBeVisible()
      } else {
        await page.getByRole("combobox", { name: "Portrait" }).selectOption(String(portrait.id))
      }
      await page.getByRole("button", { name: "Save profile" }).click()
      await expect(page.getByText("Saved.")).toBeVisible()
      await expect(page.getByLabel("Title")).toHaveValue("Reporter")
      await axe(page)

      await reader.goto(`/posts/${post.slug}`)
      const box = reader.getByRole("region", { name: `Wren ${mark}` })
      await expect(box).toContainText("Reporter · she/her")
      await expect(box.getByRole("link", { name: "wren.example" })).toHaveAttribute(
        "href",
        "https://wren.example/",
      )
      await expect(box.locator(`img[src^="/media/${portrait.key}/"]`)).toHaveCount(1)
      await box.getByRole("link", { name: `Wren ${mark}` }).click()
      await expect(reader.getByText("Pronounced REN")).toBeVisible()
      await axe(reader)
    })

    test("an editor merges two profiles after seeing what moves, and the old address leads on", async ({
      page,
      reader,
      db,
      axe,
    }) => {
      const mark = randomUUID().slice(0, 8)
      await signIn(db, page.context(), ["editor"])
      const gone = await createAuthor(db, { name: `W. ${mark}`, slug: `gone-${mark}`, bio: "Theirs." })
      const kept = await createAuthor(db, { name: `Wren ${mark}`, slug: `kept-${mark}` })
      await createStaff(db, { name: `Account ${mark}`, authorId: gone.id, roles: ["writer"] })
      const post = await createPost(db, { authorId: gone.id, title: `Moves ${mark}` })
      await reader.goto(`/authors/${gone.slug}`)
      await expect(reader.getByRole("heading", { level: 1, name: gone.name })).toBeVisible()

      await page.goto(`/desk/authors?q=${mark}`)
      await expect(page.getByRole("listitem").filter({ hasText: gone.name })).toContainText(
        `Account of Account ${mark} · 1 story`,
      )
      await page.getByRole("link", { name: gone.name }).click()
      // Among hundreds of authors the one that is meant is searched for.
      await page.goto(`/desk/authors/${gone.id}?q=${mark}`)
      await page.getByLabel("Merge into").selectOption(String(kept.id))
      await page.getByRole("button", { name: "Preview merge" }).click()
      await expect(page.getByText(`1 story will name ${kept.name} instead of ${gone.name}.`)).toBeVisible()
      await expect(page.getByText(`/authors/gone-${mark} will lead to /authors/kept-${mark}.`)).toBeVisible()
      await axe(page)
      // Somebody changes one of them meanwhile.
      await db.update(authors).set({ version: 2 }).where(eq(authors.id, kept.id))
      await page.getByRole("button", { name: "Merge profiles" }).click()
      await expect(page.getByText("Somebody else changed this profile")).toBeVisible()
      await page.goto(`/desk/authors/${gone.id}/merge?into=${kept.id}`)
      await page.getByRole("button", { name: "Merge profiles" }).click()
      await expect(page.getByText("Profiles merged. The old addresses now lead here.")).toBeVisible()
      await expect(page.getByLabel("Bio")).toHaveValue("Theirs.")

      for (const rest of ["", "/feed.xml"]) {
        const answer = await reader.request.get(`/authors/gone-${mark}${rest}`, { maxRedirects: 0 })
        expect([answer.status(), answer.headers().location]).toEqual([308, `/authors/kept-${mark}${rest}`])
      }
      await reader.goto(`/authors/gone-${mark}`)
      await expect(reader.getByRole("heading", { level: 1, name: kept.name })).toBeVisible()
      await reader.getByRole("link", { name: post.title }).click()
      await expect(reader.getByText(`Posted by ${kept.name}`)).toBeVisible()
    })

    test("an editor makes a guest and gives them another address", async ({ page, db }) => {
      const mark = randomUUID().slice(0, 8)
      await signIn(db, page.context(), ["editor"])
      const taken = await createAuthor(db, { slug: `taken-${mark}` })
      await page.goto("/desk")
      await page.getByRole("link", { name: "Authors" }).click()
      await page.getByLabel("Name", { exact: true }).fill(`Guest ${mark}`)
      await page.getByRole("button", { name: "Add guest" }).click()
      await expect(page.getByRole("heading", { level: 1, name: `Guest ${mark}` })).toBeVisible()
      await page.getByLabel("Address").fill(taken.slug)
      await page.getByRole("button", { name: "Save profile" }).click()
      await expect(page.getByText("Another author has or had this address.")).toBeVisible()
      await page.getByLabel("Address").fill(`home-of-${mark}`)
      await page.getByRole("button", { name: "Save profile" }).click()
      await expect(page.getByText("Saved.")).toBeVisible()
      await expect(page.getByLabel("Address")).toHaveValue(`home-of-${mark}`)

      // A namesake is asked about, and can be made and deleted again.
      const added = page.getByRole("heading", { level: 1, name: `guest ${mark}`, exact: true })
      await page.goto("/desk/authors")
      await page.getByLabel("Name", { exact: true }).fill(`guest ${mark}`)
      await page.getByRole("button", { name: "Add guest" }).click()
      await expect(page.getByText(`There is a guest called Guest ${mark}.`)).toBeVisible()
      await expect(page.getByRole("link", { name: `Open the profile of Guest ${mark}` })).toBeVisible()
      await expect(page.getByLabel("Name", { exact: true })).toHaveValue(`guest ${mark}`)
      await page.getByLabel("This is another person").check()
      await page.getByRole("button", { name: "Add guest" }).click()
      await expect(added).toBeVisible()
      await page.getByText("Delete this guest").click()
      await page.getByRole("button", { name: "Delete now" }).click()
      await expect(page.getByText("Profile deleted.")).toBeVisible()
      await page.goto(`/desk/authors?q=${mark}`)
      await expect(page.getByRole("main").getByRole("link", { name: new RegExp(mark) })).toHaveCount(1)
    })
  })
}
