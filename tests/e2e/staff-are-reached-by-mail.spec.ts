import type { Page } from "@playwright/test"
import { type EmptyPublication, startEmptyPublication } from "../support/empty-publication.ts"
import { expect, test } from "../support/fixtures.ts"
import { until } from "../support/until.ts"

const [first, second, third] = [
  "a few unrelated words",
  "some other unrelated words",
  "words of a third kind",
]

let app: EmptyPublication["app"]
let mail: EmptyPublication["mail"]
let end: EmptyPublication["end"] | undefined

test.beforeAll(async () => {
  ;({ app, mail, end } = await startEmptyPublication("mail"))
})

test.afterAll(() => end?.())

/** The message of this subject that the server has taken for somebody, with the address of the link in it. */
async function received(to: string, subject: RegExp): Promise<{ link: string; text: string }> {
  const find = () => mail.received.find((one) => one.to.includes(to) && subject.test(one.mail.subject ?? ""))
  await until(`${subject} for ${to}`, async () => find())
  const text = find()?.mail.text ?? ""
  return { text, link: /http:\S+\/setup\/[\w-]+/.exec(text)?.[0] ?? "" }
}

async function choosePassword(page: Page, password: string, button: string) {
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByLabel("Password again").fill(password)
  await page.getByRole("button", { name: button }).click()
}

async function signIn(page: Page, email: string, password: string) {
  await page.goto("/sign-in")
  await page.getByLabel("Email").fill(email)
  await page.getByLabel("Password").fill(password)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
}

async function signOut(page: Page) {
  await page.getByRole("button", { name: "Sign out", exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in(\?left=1)?$/)
}

async function ask(page: Page, link: string, email: string) {
  await page.goto("/sign-in")
  await page.getByRole("link", { name: link }).click()
  await page.getByLabel("Email").fill(email)
  await page.getByRole("button", { name: "Send link" }).click()
  await expect(page.getByRole("status")).toBeVisible()
}

test("without scripts, all that staff need the mail for works with a mail server: a test of it, joining, a new password, signing in, another address", async ({
  browser,
}) => {
  const open = async () =>
    (await browser.newContext({ baseURL: app.url, javaScriptEnabled: false })).newPage()
  const [ada, nell] = [await open(), await open()]
  const desk = (page: Page) => expect(page).toHaveURL(/\/desk$/)

  await test.step("the first admin", async () => {
    await ada.goto(/http:\S+\/setup\/\S+/.exec(app.output())?.[0] ?? "")
    await ada.getByLabel("Name").fill("Ada Quill")
    await ada.getByLabel("Email").fill("ada@example.org")
    await choosePassword(ada, first, "Create account")
    await desk(ada)
  })

  await test.step("a test message", async () => {
    await expect(ada.getByText("Mail is sent through 127.0.0.1.")).toBeVisible()
    const steps = ada.getByRole("region", { name: "First steps" })
    await steps.getByRole("button", { name: "Send a test to ada@example.org" }).click()
    await received("ada@example.org", /^Test message from /)
    await expect(steps.getByRole("listitem").filter({ hasText: "Send a test message (done)" })).toBeVisible()
    await expect(ada.getByText("127.0.0.1 took the last test, just now.")).toBeVisible()
  })

  await test.step("an invitation", async () => {
    await ada.goto("/desk/staff")
    const form = ada.getByRole("region", { name: "Invite somebody" })
    await form.getByLabel("Name").fill("Nell Ashdown")
    await form.getByLabel("Email").fill("nell@example.org")
    await form.getByLabel("Editor").check()
    await form.getByRole("button", { name: "Send invitation" }).click()
    await expect(ada.getByText("The invitation goes to nell@example.org.")).toBeVisible()
    await nell.goto((await received("nell@example.org", /^You are invited to join the staff of /)).link)
    await choosePassword(nell, first, "Join the staff")
    await desk(nell)
    await signOut(nell)
    await signIn(nell, "nell@example.org", first)
    await desk(nell)
    await signOut(nell)
  })

  await test.step("a forgotten password", async () => {
    await ask(nell, "Forgot password?", "nell@example.org")
    await nell.goto((await received("nell@example.org", /password/i)).link)
    await choosePassword(nell, second, "Set password")
    await desk(nell)
    await signOut(nell)
    await signIn(nell, "nell@example.org", first)
    await expect(nell.getByText("do not belong together")).toBeVisible()
    await signIn(nell, "nell@example.org", second)
    await desk(nell)
    await signOut(nell)
  })

  await test.step("a link to sign in", async () => {
    await ask(nell, "Email me a sign-in link", "nell@example.org")
    const { link } = await received("nell@example.org", /^Sign in to /)
    await nell.goto(link)
    await nell.getByRole("button", { name: "Sign in" }).click()
    await desk(nell)
    await nell.goto(link)
    await expect(nell.getByRole("heading", { name: "This link no longer works" })).toBeVisible()
  })

  await test.step("another address, and another password", async () => {
    await nell.goto("/desk/me")
    await nell.getByLabel("New email").fill("nell@weir.example.org")
    const address = nell.locator("form").filter({ has: nell.getByRole("button", { name: "Change email" }) })
    await address.getByLabel("Your password").fill(second)
    await nell.getByRole("button", { name: "Change email" }).click()
    await expect(nell.getByText("We are sending a link to nell@weir.example.org.")).toBeVisible()
    const { link } = await received("nell@weir.example.org", /address/i)
    expect(
      mail.received.filter(({ to, mail }) => to.includes("nell@example.org") && mail.text?.includes(link)),
    ).toEqual([])
    await nell.goto(link)
    await nell.getByRole("button", { name: "Confirm this address" }).click()
    await expect(nell.getByText("You sign in as nell@weir.example.org.")).toBeVisible()
    await received("nell@example.org", /^Your email address at .* was changed$/)
    const form = nell.locator("form").filter({ has: nell.getByRole("button", { name: "Change password" }) })
    await form.getByLabel("Your password").fill(second)
    await nell.getByLabel("New password", { exact: true }).fill(third)
    await nell.getByLabel("New password again").fill(third)
    await nell.getByRole("button", { name: "Change password" }).click()
    await received("nell@weir.example.org", /^Your password at .* was changed$/)
    await signOut(nell)
    await signIn(nell, "nell@example.org", third)
    await expect(nell.getByText("do not belong together")).toBeVisible()
    await signIn(nell, "nell@weir.example.org", third)
    await desk(nell)
  })
  await Promise.all([ada.context().close(), nell.context().close()])
})
