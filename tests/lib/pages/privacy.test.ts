import { expect, test } from "vitest"
import { database } from "@/db/client"
import { createStaff } from "@/db/factories"
import type { Staff } from "@/lib/auth/staff"
import { parseDocument } from "@/lib/documents/document-schema"
import { plainText } from "@/lib/documents/rich-text"
import { writeDocument } from "@/lib/documents/write-document"
import { getPageToEdit } from "@/lib/pages/desk-queries"
import { confirmFacts, createPage, savePage } from "@/lib/pages/mutations"
import { partedFacts, type SiteFacts, spellFacts } from "@/lib/pages/privacy/facts"
import { privacyProposal } from "@/lib/pages/privacy/proposal"
import { factsOfSite } from "@/lib/pages/privacy/queries"
import { proposePage } from "@/lib/pages/proposals"
import { pagePurposes } from "@/lib/pages/purposes"
import { saveSettings } from "@/lib/settings/mutations"
import { readSettings } from "@/lib/settings/shape"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { pageOf } from "../../support/page-forms.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

const proposed = (facts: SiteFacts) => JSON.stringify(privacyProposal(facts))

test("whatever the site does otherwise, the proposed text says otherwise", async () => {
  const facts = await factsOfSite()
  for (const name of Object.keys(facts) as (keyof SiteFacts)[]) {
    const other = { yes: "no", no: "yes" }[facts[name]] ?? "something else"
    expect(proposed({ ...facts, [name]: other }), name).not.toBe(proposed(facts))
  }
})

test("the text names the clocks that the code runs by", async () => {
  const text = plainText(writeDocument(privacyProposal(await factsOfSite())))
  for (const clock of ["2 days", "15 minutes", "60 minutes", "24 hours", "365 days", "35 days"])
    expect(text).toContain(clock)
  expect(text).toContain("No page of this site loads anything from another one.")
})

test("every proposal is a document that the editor would have saved as it stands", async () => {
  for (const purpose of pagePurposes) {
    const { body } = proposePage(purpose, await factsOfSite())
    expect(parseDocument(JSON.stringify(body)), purpose).toEqual({ ok: true, document: body })
  }
})

test("an editor hears what has parted from the privacy page since it was compared, until it is compared again", async () => {
  const eva = await person("editor")
  const input = pageOf({ title: "Privacy", purpose: "privacy" })
  const made = await createPage(eva, input)
  if (!made.ok) throw new Error(made.reason)
  const { id, version } = made.page
  const parted = async () => partedFacts((await getPageToEdit(eva, id))?.facts ?? {}, await factsOfSite())
  expect(await parted()).toEqual([])

  await saveSettings(await person("admin"), { ...readSettings([]), moderationReport: false })
  const note = [{ label: "Counts of decisions about comments are published", was: "yes", is: "no" }]
  expect(await parted()).toEqual(note)
  await savePage(eva, { id, version }, { ...input, description: "A word more." })
  expect(await parted(), "saving compares nothing").toEqual(note)

  const old = spellFacts({ ...(await factsOfSite()), report: "yes" })
  expect(await confirmFacts(eva, { id, seen: old })).toMatchObject({ reason: "facts-changed" })
  const seen = spellFacts(await factsOfSite())
  expect(await confirmFacts(await person("writer"), { id, seen })).toMatchObject({ reason: "not-allowed" })
  expect(await parted()).toEqual(note)
  expect(await confirmFacts(eva, { id, seen })).toMatchObject({ ok: true })
  expect(await parted()).toEqual([])
})

async function person(role: "editor" | "admin" | "writer"): Promise<Staff> {
  return asStaff(await createStaff(database(), { roles: [role] }))
}
