import { createHash } from "node:crypto"
import fs from "node:fs/promises"
import path from "node:path"
import { database } from "../../db/client.ts"
import { colleagues, editor, illustrator, type WriterSlug, writers } from "../../db/demo/people.ts"
import { demoTags, publication } from "../../db/demo/publication.ts"
import { stories } from "../../db/demo/stories.ts"
import { type DemoStory, publishedAt } from "../../db/demo/story.ts"
import { settings } from "../../db/schema/settings.ts"
import { transaction } from "../../db/transaction.ts"
import type { Staff } from "../../lib/auth/staff.ts"
import { saveOwnProfile } from "../../lib/authors/mutations.ts"
import { addMedium } from "../../lib/media/mutations.ts"
import { storeFile } from "../../lib/media/store-file.ts"
import { parsePost } from "../../lib/posts/input.ts"
import { createDraft, publishPost } from "../../lib/posts/mutations.ts"
import { saveSettings } from "../../lib/settings/mutations.ts"
import { readSettings } from "../../lib/settings/shape.ts"
import { inviteStaff } from "../../lib/staff/invitations.ts"
import { becomeFirstAdmin, firstAdminLink, setPassword } from "../../lib/staff/setup.ts"
import { actAs } from "../../server/boot/act-as.ts"
import { seedFrontPage } from "../../server/boot/seed-front-page.ts"
import { seedPages } from "../../server/boot/seed-pages.ts"

const password = "a few unrelated words"
const folder = path.join(import.meta.dirname, "../../public/demo")

/**
 * Makes the demo publication in an empty database by the functions behind the desk's screens. What they cannot make is
 * left out: dates in the past, and what readers say.
 */
export async function makeDemo(): Promise<void> {
  await makeStaff()
  for (const slug of Object.keys(writers) as WriterSlug[]) await makeProfile(slug)
  const now = new Date()
  const dateOf = (story: DemoStory) => publishedAt(story, now)?.getTime() ?? 0
  const published = stories.filter((story) => dateOf(story) > 0).sort((a, b) => dateOf(a) - dateOf(b))
  for (const story of published) await publish(story)
  const rima = await actAs(editor)
  await seedPages(rima)
  await seedFrontPage(rima)
}

async function makeStaff(): Promise<void> {
  const [first, ...others] = [...colleagues].sort(
    (a, b) => Number(b.role === "admin") - Number(a.role === "admin"),
  )
  if (!first) throw new Error("The demo publication has no staff.")
  done(await becomeFirstAdmin(tokenOf(await firstAdminLink()), { ...first, password }))
  const rows = await database().select({ key: settings.key, value: settings.value }).from(settings)
  done(await saveSettings(await actAs(first.email), { ...readSettings(rows), ...publication }))
  for (const { email, name, role } of others) {
    const link = await inviteStaff({ email, name, roles: [role] })
    done(await setPassword(tokenOf(link), password, name))
  }
}

const tokenOf = (link: string | null) => link?.split("/").at(-1) ?? ""

async function makeProfile(slug: WriterSlug): Promise<void> {
  const staff = await actAs(emailOf(slug))
  const nothing = { title: "", bio: "", pronouns: "", pronunciation: "", links: [] }
  const file = path.join(folder, `${slug}.webp`)
  const portrait = await takePicture(staff, file, `Portrait of ${writers[slug].name}`)
  done(await saveOwnProfile(staff, { ...nothing, ...writers[slug], portrait, version: 1 }))
}

async function publish(story: DemoStory): Promise<void> {
  const { title, standfirst, slug, body, picture, by, alsoBy = [] } = story
  const lead =
    picture && (await takePicture(await actAs(emailOf(by)), path.join(folder, picture.file), picture.alt))
  const bylines = [{ by, part: "words" }, ...alsoBy]
  const ids = await Promise.all(bylines.map(async (one) => (await actAs(emailOf(one.by))).authorId))
  const form = new FormData()
  const fields = {
    title,
    standfirst,
    slug,
    body: JSON.stringify(body),
    tags: story.tags.map((tag) => demoTags[tag]).join(", "),
    bylines: JSON.stringify(bylines.map(({ part }, at) => ({ id: ids[at], part }))),
    leadMediaId: String(lead ?? ""),
    picture: "",
    pictureAlt: picture?.alt ?? "",
    commentMode: story.commentsClosed ? "closed" : "",
    // One story links to another that comes later.
    anyway: "dead-link",
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const input = parsePost(form)
  if (!input.ok) throw new Error(`The demo's story ${slug} is refused: ${JSON.stringify(input)}`)
  const rima = await actAs(editor)
  const begun = await createDraft(rima, input.value)
  done(begun.ok ? await publishPost(rima, begun.post, input.value) : begun)
}

async function takePicture(by: Staff, file: string, alt: string): Promise<number> {
  const content = await fs.readFile(file)
  const contentHash = createHash("sha256").update(content).digest()
  const stored = await storeFile({
    filename: path.basename(file),
    path: file,
    bytes: content.length,
    contentHash,
    cut: false,
  })
  if (!stored.ok) throw new Error(`The demo's picture ${file} is refused: ${stored.problem}`)
  const picture = { ...stored.picture, alt, credit: illustrator, uploadedBy: by.id }
  return transaction((tx) => addMedium(tx, picture))
}

function emailOf(slug: WriterSlug): string {
  const person = colleagues.find(({ byline }) => byline === slug)
  if (!person) throw new Error(`Nobody of the demo's staff is ${slug}.`)
  return person.email
}

function done(outcome: { ok: boolean; reason?: string }): void {
  if (!outcome.ok) throw new Error(`The demo was refused: ${outcome.reason}`)
}
