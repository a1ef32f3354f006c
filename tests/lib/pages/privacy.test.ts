import fs from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"
import { database } from "@/db/client"
import { createStaff } from "@/db/factories"
import type { Staff } from "@/lib/auth/staff"
import { parseDocument } from "@/lib/documents/document-schema"
import { placeholderLeft } from "@/lib/documents/placeholder"
import { plainText } from "@/lib/documents/rich-text"
import { writeDocument } from "@/lib/documents/write-document"
import { getPageToEdit } from "@/lib/pages/desk-queries"
import { confirmFacts, createPage, savePage } from "@/lib/pages/mutations"
import { changedFacts, checkedOn, type FactName, type SiteFacts, spellFacts } from "@/lib/pages/privacy/facts"
import { privacyProposal } from "@/lib/pages/privacy/proposal"
import { factsOfSite } from "@/lib/pages/privacy/queries"
import type { Responsible } from "@/lib/pages/privacy/responsible"
import { proposePage } from "@/lib/pages/proposals"
import { pagePurposes } from "@/lib/pages/purposes"
import { saveSettings } from "@/lib/settings/mutations"
import { readSettings } from "@/lib/settings/shape"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { pageOf } from "../../support/page-forms.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

const unknown = { contactEmail: "", imprint: "" }
const proposed = (facts: SiteFacts) => JSON.stringify(privacyProposal(facts, unknown))

test("whatever the site does otherwise, the proposed text says otherwise", async () => {
  const facts = await factsOfSite()
  for (const name of Object.keys(facts) as (keyof SiteFacts)[]) {
    const other = { yes: "no", no: "yes" }[facts[name]] ?? "something else"
    expect(proposed({ ...facts, [name]: other }), name).not.toBe(proposed(facts))
  }
})

test("the text names the clocks that the code runs by", async () => {
  const text = plainText(writeDocument(privacyProposal(await factsOfSite(), unknown)))
  for (const clock of [
    "2 days",
    "10 minutes",
    "1 hour",
    "15 minutes",
    "60 minutes",
    "24 hours",
    "365 days",
    "35 days",
  ])
    expect(text).toContain(clock)
  expect(text).toContain("No page of this site loads anything from another one.")
})

test("every proposal is a document that the editor would have saved as it stands", async () => {
  const known = { contactEmail: "hello@example.org", imprint: "Half Past Three\n[14] Chandler Street (rear)" }
  for (const publication of [unknown, known]) {
    for (const purpose of pagePurposes) {
      const { body } = proposePage(purpose, { facts: await factsOfSite(), publication })
      expect(parseDocument(JSON.stringify(body)), purpose).toEqual({ ok: true, document: body })
    }
  }
})

test("what the settings say of the publication is proposed, and the rest is left open", async () => {
  const facts = await factsOfSite()
  const open = (publication: Responsible) =>
    Object.fromEntries(
      pagePurposes.map((purpose) => {
        const words = plainText(proposePage(purpose, { facts, publication }).body)
        return [purpose, [words.includes("hello@example.org"), placeholderLeft(words) !== null]]
      }),
    )
  expect(open(unknown)).toEqual({
    about: [false, true],
    privacy: [false, true],
    house_rules: [false, false],
    contact: [false, true],
  })
  // Which authority readers can complain to is no setting.
  expect(open({ contactEmail: "hello@example.org", imprint: "Half Past Three" })).toEqual({
    about: [false, true],
    privacy: [true, true],
    house_rules: [false, false],
    contact: [true, false],
  })
})

/** Each cookie by the name that the code gives it, and the fact that says how long a browser keeps it. */
const cookieFacts: Record<string, FactName | null> = {
  "masthead-session": "session",
  "masthead-device": "deviceCookie",
  "masthead-second-step": "secondStep",
  "masthead-passkey": "passkeyCookie",
  commenter: "commenterCookie",
  // Auth.js sets it, and the same answer clears it.
  "masthead-next": null,
}

test("the privacy page knows every cookie that the code sets", async () => {
  expect([...cookiesInCode()].toSorted()).toEqual(Object.keys(cookieFacts).toSorted())
  const facts = await factsOfSite()
  const text = plainText(writeDocument(privacyProposal(facts, unknown)))
  for (const [cookie, fact] of Object.entries(cookieFacts))
    if (fact) expect(text, cookie).toContain(facts[fact])
})

/** What is handed to the only functions that make a cookie (`lib/auth/own-cookie.ts`), by its value. */
function cookiesInCode(): Set<string> {
  const root = path.join(import.meta.dirname, "../../..")
  const texts = ["app", "lib", "server"].flatMap((room) =>
    fs
      .readdirSync(path.join(root, room), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith("own-cookie.ts"))
      .map((file) => fs.readFileSync(path.join(root, room, file), "utf8")),
  )
  const cookieNamed = (name: string, text: string) => {
    const constant = new RegExp(`const ${name} = "([^"]+)"`)
    // Its own file first: two files may have one name for different cookies.
    const found = constant.exec(text) ?? constant.exec(texts.join("\n"))
    return found?.[1] ?? `unknown: ${name}`
  }
  const made = texts.flatMap((text) => {
    expect(text, "another way to set a cookie").not.toMatch(
      /(cookies\(\)\)?|jar)\.set\((?!ownCookie\()|document\.cookie/,
    )
    return [...text.matchAll(/\bown(?:Cookie|CookieHeader|Name)\(\s*(?:"([^"]+)"|(\w+))/g)].map(
      ([, literal, name = ""]) => literal ?? cookieNamed(name, text),
    )
  })
  return new Set(made)
}

test("an editor hears what has changed since the privacy page was compared, until it is compared again", async () => {
  const eva = await person("editor")
  const input = pageOf({ title: "Privacy", purpose: "privacy" })
  const made = await createPage(eva, input)
  if (!made.ok) throw new Error(made.reason)
  const { id, version } = made.page
  const changes = async () => changedFacts((await getPageToEdit(eva, id))?.facts ?? {}, await factsOfSite())
  expect(await changes()).toEqual([])

  await saveSettings(await person("admin"), { ...readSettings([]), moderationReport: false })
  const note = [{ label: "Counts of decisions about comments are published", was: "yes", is: "no" }]
  expect(await changes()).toEqual(note)
  await savePage(eva, { id, version }, { ...input, description: "A word more." })
  expect(await changes(), "saving compares nothing").toEqual(note)

  const old = spellFacts({ ...(await factsOfSite()), report: "yes" })
  expect(await confirmFacts(eva, { id, seen: old })).toMatchObject({ reason: "facts-changed" })
  const seen = spellFacts(await factsOfSite())
  expect(await confirmFacts(await person("writer"), { id, seen })).toMatchObject({ reason: "not-allowed" })
  expect(await changes()).toEqual(note)
  const before = new Date()
  expect(await confirmFacts(eva, { id, seen })).toMatchObject({ ok: true })
  const checked = checkedOn((await getPageToEdit(eva, id))?.facts ?? {})
  expect(checked?.getTime()).toBeGreaterThanOrEqual(before.getTime())
  expect(await changes()).toEqual([])
})

async function person(role: "editor" | "admin" | "writer"): Promise<Staff> {
  return asStaff(await createStaff(database(), { roles: [role] }))
}
