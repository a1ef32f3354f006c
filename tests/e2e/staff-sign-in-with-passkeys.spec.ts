import { randomUUID } from "node:crypto"
import type { Page } from "@playwright/test"
import { eq, sql } from "drizzle-orm"
import type { Database } from "../../db/client.ts"
import { createStaff } from "../../db/factories.ts"
import { auditEvents } from "../../db/schema/audit.ts"
import { sessions } from "../../db/schema/staff.ts"
import { hashPassword } from "../../lib/auth/password.ts"
import { encodeSession, sessionCookieName } from "../../lib/auth/session-cookie.ts"
import { startSession } from "../../lib/auth/sessions.ts"
import { Authenticator } from "../support/authenticator.ts"
import { expect, signIn, test } from "../support/fixtures.ts"
import { givePasskey } from "../support/give-passkey.ts"
import { plugInAuthenticator } from "../support/virtual-authenticator.ts"

const password = "a few unrelated words"

/** An editor with a password, who is signed in on this page. */
async function anEditor(page: Page, db: Database) {
  const email = `${randomUUID()}@example.org`
  const person = await createStaff(db, {
    email,
    name: "Edda Marsh",
    passwordHash: await hashPassword(password),
  })
  const value = await encodeSession(await startSession(person.id))
  await page.context().addCookies([{ name: sessionCookieName(), value, url: process.env.TEST_URL ?? "" }])
  return person
}

async function addPasskey(page: Page, name: string) {
  await page.goto("/desk/me")
  const panel = page.getByRole("region", { name: "Passkeys" })
  await panel.getByLabel("Label for a new passkey").fill(name)
  await panel.getByRole("button", { name: "Add a passkey" }).click()
  await expect(panel.getByText(/^The passkey is added/)).toBeVisible()
}

async function signOut(page: Page) {
  await page.goto("/desk")
  await page.getByRole("button", { name: "Sign out" }).click()
  await expect(page.getByText("You have signed out.")).toBeVisible()
}

test("an editor adds a passkey and signs in with it to the page they asked for, typing nothing", async ({
  page,
  db,
  mail,
  axe,
}) => {
  const { email } = await anEditor(page, db)
  const authenticator = await plugInAuthenticator(page)
  await addPasskey(page, "Key on my ring")
  await expect(page.getByText("Key on my ring")).toBeVisible()
  await axe(page)
  expect((await mail.newest(email)).subject).toMatch(/^A passkey was added at /)
  expect(await authenticator.credentials()).toHaveLength(1)
  await signOut(page)

  await page.goto("/desk/posts")
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await axe(page)
  await page.getByRole("button", { name: "Use a passkey" }).click()
  await expect(page).toHaveURL(/\/desk\/posts$/)
  await page.goto("/desk/me")
  await expect(page.getByText(/last used/)).toBeVisible()
})

test("of two authenticators one is removed, and then only the other lets in", async ({
  browser,
  baseURL,
  extraHTTPHeaders,
  db,
}) => {
  const options = { baseURL, extraHTTPHeaders }
  const [desk, laptop] = [await browser.newContext(options), await browser.newContext(options)]
  const [atDesk, onLaptop] = [await desk.newPage(), await laptop.newPage()]
  const person = await anEditor(atDesk, db)
  await plugInAuthenticator(atDesk)
  await addPasskey(atDesk, "At my desk")
  // The first passkey has ended what sessions there were.
  const value = await encodeSession(await startSession(person.id))
  await laptop.addCookies([{ name: sessionCookieName(), value, url: process.env.TEST_URL ?? "" }])
  await plugInAuthenticator(onLaptop)
  await addPasskey(onLaptop, "On my laptop")
  await atDesk.reload()
  await atDesk.getByLabel("Remove On my laptop", { exact: true }).click()
  await atDesk.getByRole("button", { name: "Remove On my laptop now" }).click()
  await expect(atDesk.getByText(/^The passkey is removed/)).toBeVisible()
  await expect(atDesk.getByText("On my laptop")).toHaveCount(0)
  for (const page of [atDesk, onLaptop]) {
    await signOut(page)
    await page.getByRole("button", { name: "Use a passkey" }).click()
  }
  await expect(atDesk).toHaveURL(/\/desk$/)
  await expect(onLaptop.getByText(/^This passkey is not registered here/)).toBeVisible()
  await expect(onLaptop).toHaveURL(/\/sign-in/)
  await desk.close()
  await laptop.close()
})

test("a copied passkey is refused in words, and the log says so", async ({ page, db }) => {
  const { id } = await anEditor(page, db)
  const authenticator = await plugInAuthenticator(page)
  await addPasskey(page, "Key")
  await signOut(page)
  for (let n = 0; n < 2; n++) {
    await page.getByRole("button", { name: "Use a passkey" }).click()
    await expect(page).toHaveURL(/\/desk$/)
    await signOut(page)
  }
  await authenticator.turnBackCounter(1)
  await page.getByRole("button", { name: "Use a passkey" }).click()
  await expect(page.getByText(/^This passkey was refused: it seems to have been copied/)).toBeVisible()
  await page.goto("/desk")
  await expect(page).toHaveURL(/\/sign-in$/)
  const events = await db.select().from(auditEvents).where(eq(auditEvents.memberId, id))
  expect(events.map(({ action }) => action)).toContain("passkey_refused")
})

test("an answer that was sent once lets nobody in a second time, and none from another origin at all", async ({
  page,
  db,
}) => {
  await anEditor(page, db)
  await plugInAuthenticator(page)
  await addPasskey(page, "Key")
  await signOut(page)
  const posts: { headers: Record<string, string>; body: Buffer }[] = []
  page.on("request", (request) => {
    const body = request.postDataBuffer()
    if (request.method() === "POST" && body?.includes("authenticatorData"))
      posts.push({ headers: request.headers(), body })
  })
  await page.getByRole("button", { name: "Use a passkey" }).click()
  await expect(page).toHaveURL(/\/desk$/)
  const cookies = await page.context().cookies()
  await signOut(page)
  // With all that the browser had then, its session aside.
  await page.context().addCookies(cookies.filter(({ name }) => !name.endsWith("session")))
  const [sent] = posts
  const { "next-action": action = "", "content-type": type = "", accept = "" } = sent?.headers ?? {}
  const origin = new URL(page.url()).origin
  const again = await page.request.post("/sign-in", {
    headers: { "next-action": action, "content-type": type, accept, origin },
    data: sent?.body,
    maxRedirects: 0,
  })
  expect(await again.text()).toContain("That took too long, or was answered already.")
  const foreign = await page.request.post("/sign-in", {
    headers: { "next-action": action, "content-type": type, accept, origin: "https://evil.example" },
    data: sent?.body,
    maxRedirects: 0,
  })
  expect(foreign.status()).toBe(403)
  await page.goto("/desk")
  await expect(page).toHaveURL(/\/sign-in$/)
})

for (const [where, origin, sentence] of [
  ["another address", "https://evil.example", /^This passkey is not registered here/],
  ["our own address", "", null],
] as const) {
  test(`what the right passkey signs at ${where} ${sentence ? "is refused" : "lets in"}`, async ({
    page,
    db,
  }) => {
    await anEditor(page, db)
    const authenticator = await plugInAuthenticator(page)
    await addPasskey(page, "Key")
    const [stolen] = await authenticator.credentials()
    await signOut(page)
    // What a false site would pass on. No browser signs that, so the key is taken out of Chromium's hands.
    const signer = new Authenticator(stolen)
    signer.counter = 100
    const home = new URL(page.url()).origin
    await page.exposeFunction("signElsewhere", (options: unknown) =>
      signer.sign(options, { origin: origin || home }),
    )
    await page.evaluate(answerBySigner)
    await page.getByRole("button", { name: "Use a passkey" }).click()
    if (sentence) await expect(page.getByText(sentence)).toBeVisible()
    else await expect(page).toHaveURL(/\/desk$/)
  })
}

/** Runs in the page: has the exposed function answer in the authenticator's place. */
function answerBySigner() {
  type Signed = { id: string; rawId: string; response: Record<string, string> }
  type Signer = { signElsewhere: (options: object) => Promise<Signed> }
  const bytesOf = (text = "") =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0)).buffer
  navigator.credentials.get = async (asked) => {
    const bytes = new Uint8Array(asked?.publicKey?.challenge as ArrayBuffer)
    const challenge = btoa(String.fromCharCode(...bytes))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "")
    const signer = window as unknown as Signer
    const { id, rawId, response } = await signer.signElsewhere({ challenge, rpId: location.hostname })
    const { clientDataJSON, authenticatorData, signature } = response
    return {
      id,
      rawId: bytesOf(rawId),
      type: "public-key",
      getClientExtensionResults: () => ({}),
      response: {
        clientDataJSON: bytesOf(clientDataJSON),
        authenticatorData: bytesOf(authenticatorData),
        signature: bytesOf(signature),
      },
    } as never
  }
}

test("at a desk that was left open a passkey stands in for the password", async ({
  desk,
  db,
  browser: _,
}) => {
  const { id } = await signIn(db, desk.context(), ["admin"])
  await plugInAuthenticator(desk)
  await addPasskey(desk, "Key")
  const member = await createStaff(db)
  await db
    .update(sessions)
    .set({ confirmedAt: sql`now() - interval '1 hour'` })
    .where(eq(sessions.staffId, id))
  await desk.goto(`/desk/staff/${member.id}`)
  const access = desk.getByRole("region", { name: "Access" })
  await access.getByRole("button", { name: "Suspend" }).click()
  await expect(access.getByText(/^Write your password, so that nobody else/)).toBeVisible()
  await access.getByRole("button", { name: "Use a passkey instead" }).click()
  await expect(access.getByText("Thank you. Now press the button again.")).toBeVisible()
  await access.getByRole("button", { name: "Suspend" }).click()
  await expect(access.getByText(/^Done\. Nobody gets in/)).toBeVisible()
})

for (const scripts of [true, false]) {
  test.describe(`with scripts ${scripts ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled: scripts })

    test("Enter in the password removes the passkey that was pressed, and no other", async ({ page, db }) => {
      const { id } = await anEditor(page, db)
      await givePasskey(id, "At home")
      await givePasskey(id, "On my ring")
      await db
        .update(sessions)
        .set({ confirmedAt: sql`now() - interval '1 hour'` })
        .where(eq(sessions.staffId, id))
      await page.goto("/desk/me")
      const panel = page.getByRole("region", { name: "Passkeys" })
      await panel.getByLabel("Remove On my ring", { exact: true }).click()
      await panel.getByRole("button", { name: "Remove On my ring now" }).click()
      const list = panel.locator("form").filter({ has: page.getByRole("list") })
      await list.getByLabel("Your password").fill(password)
      await list.getByLabel("Your password").press("Enter")
      await expect(panel.getByText(/^The passkey is removed/)).toBeVisible()
      await expect(panel.getByText("At home", { exact: true })).toBeVisible()
      await expect(panel.getByText("On my ring", { exact: true })).toHaveCount(0)
    })
  })
}

test("a connection that is lost is told in words, and the page stays", async ({ page }) => {
  await page.goto("/sign-in")
  await page.route("**/sign-in", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  )
  await page.getByRole("button", { name: "Use a passkey" }).click()
  await expect(page.getByText(/^The site did not answer/)).toBeVisible()
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible()
})

test("without scripts the button says what a passkey needs", async ({
  browser,
  baseURL,
  extraHTTPHeaders,
}) => {
  const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto("/sign-in")
  await page.getByRole("button", { name: "Use a passkey" }).click()
  await expect(page.getByText("Passkeys work only where your browser runs scripts.")).toBeVisible()
  await context.close()
})
