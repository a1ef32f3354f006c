import { demoPages, privacyContact } from "../../db/demo/pages.ts"
import type { Staff } from "../../lib/auth/staff.ts"
import { placeholderLeft } from "../../lib/documents/placeholder.ts"
import { plainText } from "../../lib/documents/rich-text.ts"
import type { PageInput } from "../../lib/pages/input.ts"
import { createPage, publishPage } from "../../lib/pages/mutations.ts"
import { factsOfSite } from "../../lib/pages/privacy/queries.ts"
import { proposePage } from "../../lib/pages/proposals.ts"
import { getSettings } from "../../lib/settings/queries.ts"
import { done } from "./done.ts"

/** Publishes the demo publication's pages through the functions behind the desk's screens. */
export async function seedPages(rima: Staff): Promise<void> {
  for (const { below = [], ...page } of demoPages) {
    const id = await publish(rima, { ...page, parentId: null })
    for (const { below: _, ...child } of below) await publish(rima, { ...child, parentId: id })
  }
  const site = { facts: await factsOfSite(), publication: await getSettings() }
  const { title, slug, body } = proposePage("privacy", site)
  const known = (body.content ?? []).filter(
    (block) => placeholderLeft(plainText({ type: "doc", content: [block] })) === null,
  )
  const content = [...known, privacyContact]
  const description = "What this site knows about you, what it keeps, and for how long."
  await publish(rima, {
    title,
    slug,
    description,
    purpose: "privacy",
    parentId: null,
    body: { ...body, content },
  })
}

type DemoInput = Omit<PageInput, "body"> & { body: object }

async function publish(as: Staff, page: DemoInput): Promise<number> {
  const input = page as PageInput
  const made = done(await createPage(as, input), page.title)
  return done(await publishPage(as, made.page, input), page.title).page.id
}
