import { randomUUID } from "node:crypto"
import { request as anyone, type Page } from "@playwright/test"
import { eq } from "drizzle-orm"
import type { ParsedMail } from "mailparser"
import { createPost } from "../../db/factories.ts"
import { subscribers } from "../../db/schema/newsletter.ts"
import { hashEmail } from "../../lib/email.ts"
import { expect, test } from "../support/fixtures.ts"
import { mailTo } from "../support/mail.ts"

const anAddress = () => `${randomUUID()}@example.org`
const answer = "Check your inbox to confirm."

async function signUp(page: Page, email: string) {
  await page.getByLabel("Email", { exact: true }).fill(email)
  await page.getByRole("button", { name: "Sign up to our newsletter" }).click()
}

function links(mail: ParsedMail): string[] {
  return mail.text?.match(/https?:\/\/\S+/g) ?? []
}

function linkTo(mail: ParsedMail, what: string): string {
  const link = links(mail).find((address) => address.includes(`/newsletter/${what}/`))
  if (!link) throw new Error(`No ${what} link in: ${mail.text}`)
  return link
}

test("a reader signs up under a story, confirms by mail, and leaves with one click", async ({
  reader,
  db,
  mail,
  axe,
}) => {
  // Axe judges many pages here, and takes its time on a busy machine.
  test.slow()
  const post = await createPost(db)
  const email = anAddress()
  await reader.goto(`/posts/${post.slug}`)
  await signUp(reader, email)
  await expect(reader).toHaveURL(`/posts/${post.slug}`)
  await expect(reader.getByText(answer)).toBeVisible()
  await expect(reader.getByText(answer)).toBeInViewport()
  await axe(reader)

  const confirmation = await mail.newest(email)
  expect(confirmation.subject).toMatch(/^Confirm your subscription to /)
  expect(confirmation.text).toContain(
    "If you did not ask for this, ignore this message; nothing will be sent.",
  )
  await reader.goto(linkTo(confirmation, "confirm"))
  await axe(reader)
  await reader.getByRole("button", { name: "Confirm subscription" }).click()
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Thank you, you are subscribed")
  await axe(reader)
  await reader.goto(linkTo(confirmation, "confirm"))
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("You are already subscribed")

  await expect.poll(async () => (await mailTo(email)).length).toBe(2)
  const welcome = await mail.newest(email)
  const { url } = (welcome.headers.get("list") as { unsubscribe: { url: string } }).unsubscribe
  // As a mail program does it: no cookie, no Origin, no browser.
  const program = await anyone.newContext()
  for (const body of [{ form: oneClick }, { multipart: oneClick }]) {
    const response = await program.post(url, { ...body, maxRedirects: 0 })
    expect(response.status()).toBe(200)
    expect(response.headers()["content-type"]).toContain("text/plain")
    expect(response.headers()["set-cookie"]).toBeUndefined()
  }
  await program.dispose()
  await reader.goto(url)
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("You are unsubscribed")
  await axe(reader)
})

const oneClick = { "List-Unsubscribe": "One-Click" }

test("a reader leaves by the link and its button, comes back, and has everything erased", async ({
  reader,
  mail,
  axe,
}) => {
  test.slow()
  const email = anAddress()
  await reader.goto("/newsletter")
  await axe(reader)
  await signUp(reader, email)
  await reader.goto(linkTo(await mail.newest(email), "confirm"))
  await reader.getByRole("button", { name: "Confirm subscription" }).click()
  await expect.poll(async () => (await mailTo(email)).length).toBe(2)
  const welcome = await mail.newest(email)

  await reader.goto(linkTo(welcome, "unsubscribe"))
  await axe(reader)
  await reader.getByRole("button", { name: "Unsubscribe" }).click()
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("You are unsubscribed")

  await reader.goto(linkTo(welcome, "preferences"))
  await axe(reader)
  await reader.getByRole("button", { name: "Subscribe again" }).click()
  await expect(reader.getByText("You get the newsletter")).toBeVisible()
  await reader.getByRole("button", { name: "Erase my address" }).click()
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Your address is erased")
  await axe(reader)
  const gone = await reader.request.get(linkTo(welcome, "preferences"))
  expect(gone.status()).toBe(404)
})

test("a wrong address gets a sentence beside the field, and stays there to be mended", async ({
  reader,
  axe,
}) => {
  await reader.goto("/newsletter")
  // The browser's own check would stop this, so it is sent past it.
  const response = await reader.request.post("/newsletter", {
    multipart: await hiddenFields(reader, { email: "a@example.org,b@example.org" }),
  })
  const html = await response.text()
  expect(html).toContain("Write an email address like name@example.org.")
  expect(html).toContain('value="a@example.org,b@example.org"')
  expect(html).not.toContain(answer)
  await axe(reader)
})

test("a form whose hidden field was filled in comes back with a sentence, and the next try works", async ({
  reader,
  db,
}) => {
  await reader.goto("/newsletter")
  const email = anAddress()
  const response = await reader.request.post("/newsletter", {
    multipart: await hiddenFields(reader, { email, leftEmpty: "Bob" }),
  })
  const refused = await response.text()
  expect(refused).not.toContain(answer)
  expect(refused).toContain("please send the form once more")
  expect(refused).toContain(`value="${email}"`)
  // No mail about a subscription goes to whoever is no subscriber.
  expect(await db.$count(subscribers, eq(subscribers.emailHash, hashEmail(email)))).toBe(0)
  await reader.request.post("/newsletter", {
    multipart: await hiddenFields(reader, { email, leftEmpty: "" }),
  })
  expect(await db.$count(subscribers, eq(subscribers.emailHash, hashEmail(email)))).toBe(1)
})

test("a scanner that opens every link of every mail changes nothing", async ({
  reader,
  mail,
  db,
  request,
}) => {
  const email = anAddress()
  await reader.goto("/newsletter")
  await signUp(reader, email)
  const confirmation = await mail.newest(email)
  const state = async () =>
    JSON.stringify(
      await db
        .select()
        .from(subscribers)
        .where(eq(subscribers.emailHash, hashEmail(email))),
    )
  const waiting = await state()
  for (const link of links(confirmation))
    for (const method of ["GET", "HEAD"]) await request.fetch(link, { method })
  expect(await state()).toBe(waiting)

  await reader.goto(linkTo(confirmation, "confirm"))
  await reader.getByRole("button", { name: "Confirm subscription" }).click()
  await expect.poll(async () => (await mailTo(email)).length).toBe(2)
  const welcome = await mail.newest(email)
  const confirmed = await state()
  for (const link of links(welcome)) {
    for (const method of ["GET", "HEAD"]) {
      expect((await request.fetch(link, { method })).status(), link).toBe(200)
    }
    await request.fetch(`${link}/answer`)
  }
  expect(await state()).toBe(confirmed)
  expect(confirmed).toContain('"status":"confirmed"')
})

test("links that are cut short, changed or made for another page lead nowhere and do nothing", async ({
  reader,
  mail,
  request,
}) => {
  const email = anAddress()
  await reader.goto("/newsletter")
  await signUp(reader, email)
  const confirm = linkTo(await mail.newest(email), "confirm")
  const wrong = [
    confirm.slice(0, -1),
    confirm.replace("/confirm/", "/unsubscribe/"),
    confirm.replace("/confirm/", "/preferences/"),
    confirm.replace(/confirm\/\d+/, "confirm/1"),
  ]
  for (const link of wrong) {
    expect((await request.get(link)).status(), link).toBe(404)
    const posted = await request.post(link, { form: oneClick, maxRedirects: 0 })
    expect([303, 404], link).toContain(posted.status())
  }
  await reader.goto(confirm)
  await expect(reader.getByRole("button", { name: "Confirm subscription" })).toBeVisible()
})

/** The fields that React hides in the form, and those given. */
async function hiddenFields(page: Page, fields: Record<string, string>): Promise<Record<string, string>> {
  const hidden: Record<string, string> = {}
  for (const input of await page.locator("form:has([name=leftEmpty]) input[type=hidden]").all()) {
    hidden[(await input.getAttribute("name")) ?? ""] = (await input.getAttribute("value")) ?? ""
  }
  return { ...hidden, ...fields }
}
