import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { settings } from "@/db/schema/settings"
import { staff } from "@/db/schema/staff"
import { chainEvents } from "@/lib/audit/chain"
import { getChainState } from "@/lib/audit/chain-state"
import { logAddress } from "@/lib/audit/log/filters"
import { listLog } from "@/lib/audit/log/queries"
import { readWordList } from "@/lib/comments/screening/word-list"
import { parseForm } from "@/lib/parse-form"
import { changesBetween, changesIn } from "@/lib/settings/changes"
import { modeWords } from "@/lib/settings/comment-modes"
import { commentMailInput, settingsInput } from "@/lib/settings/input"
import { meanwhileSentence } from "@/lib/settings/messages"
import { saveCommentMail, saveSettings } from "@/lib/settings/mutations"
import { getLastChange, getSettingsVersion } from "@/lib/settings/queries"
import { readSettings, type Settings, settingShapes } from "@/lib/settings/shape"
import { wordEntries } from "@/lib/settings/word-entries"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

test("the form knows every setting there is, and no other", () => {
  expect(Object.keys(settingsInput.schema.shape).toSorted()).toEqual(Object.keys(settingShapes).toSorted())
})

test("what the form takes has the shape of the settings, to the edges", () => {
  const edges: Partial<Record<keyof Settings, string>>[] = [
    {},
    { publicationName: "x", commentsCloseAfterDays: "0", commentLinksHeld: "0", commentsReportsToHide: "2" },
    {
      publicationName: "x".repeat(100),
      tagline: "x".repeat(200),
      description: "x".repeat(500),
      language: "zh-Hant-TW",
      timeZone: "America/Argentina/Buenos_Aires",
      newsletterHeading: "x".repeat(120),
      newsletterPitch: "",
      commentMode: "closed",
      commentsCloseAfterDays: "3650",
      commentLinksHeld: "100",
      commentsReportsToHide: "50",
      commentWordsHeld: Array.from({ length: 2000 }, (_, n) => `w${n}`).join("\n"),
      commentWordsSpam: "x".repeat(100),
      commentFilterHolds: "on",
    },
  ]
  for (const edge of edges) {
    const parsed = parse(edge)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
    const rows = Object.entries(parsed.value).map(([key, value]) => ({ key, value }))
    expect(readSettings(rows)).toEqual(parsed.value)
  }
})

test.each<[keyof Settings, string]>([
  ["publicationName", "  "],
  ["publicationName", "x".repeat(101)],
  ["tagline", "x".repeat(201)],
  ["description", "x".repeat(501)],
  ["language", "english!"],
  ["language", `en${"-abcdefgh".repeat(5)}`],
  ["timeZone", "Europe/Nowhere"],
  ["timeZone", "+01:00"],
  ["timeZone", "x".repeat(65)],
  ["newsletterHeading", ""],
  ["commentMode", "whatever"],
  ["commentsCloseAfterDays", "3651"],
  ["commentsCloseAfterDays", "-1"],
  ["commentsCloseAfterDays", "1.5"],
  ["commentLinksHeld", "101"],
  ["commentLinksHeld", ""],
  ["commentsReportsToHide", "1"],
  ["commentsReportsToHide", "51"],
  ["commentWordsHeld", "fine\n*\nfine too"],
  ["commentWordsHeld", "* **"],
  ["commentWordsSpam", "!!!"],
  ["commentWordsSpam", "x".repeat(101)],
  ["commentWordsSpam", Array.from({ length: 2001 }, (_, n) => `w${n}`).join("\n")],
  ["commentWordsSpam", Array.from({ length: 300 }, (_, n) => `${n} ${"x".repeat(90)}`).join("\n")],
])("%s is refused with a sentence of its own: %j", (name, value) => {
  const parsed = parse({ [name]: value })
  if (parsed.ok) throw new Error("It was taken.")
  expect(Object.keys(parsed.errors)).toEqual([name])
  expect(parsed.errors[name]).toMatch(/^[A-Z].*\.$/)
})

test("a list of words is kept one a line, without empty ones and repetitions, and every entry is looked for", () => {
  const parsed = parse({ commentWordsHeld: " casin* \r\n\r\n\tcheap   pills\ncasin*\u0000\nÜbel\n" })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  const { commentWordsHeld } = parsed.value
  expect(wordEntries(commentWordsHeld)).toEqual(["casin*", "cheap pills", "Übel"])
  const list = readWordList(commentWordsHeld)
  for (const text of ["a casino!", "Cheap, pills", "ÜBEL"]) expect(list.find([text]), text).not.toBeNull()
})

test("an admin saves the settings, everybody's pages change, and it is known who did it", async () => {
  const changed: string[] = []
  const forget = onTagChanged((tag) => changed.push(tag))
  const admin = asStaff(await createStaff(database(), { roles: ["admin"], name: "Rosalind" }))
  expect(await getLastChange(admin)).toBeNull()
  const parsed = parse({ tagline: "Every week", commentMode: "open", moderationReport: undefined })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  expect(await saveSettings(admin, parsed.value)).toEqual({ ok: true })
  forget()
  expect(changed).toEqual(["everything"])
  const rows = await database().select().from(settings)
  expect(readSettings(rows)).toEqual(parsed.value)
  expect(readSettings(rows)).toMatchObject({
    tagline: "Every week",
    commentMode: "open",
    moderationReport: false,
  })
  expect(await getLastChange(admin)).toMatchObject({ by: "Rosalind" })
})

test("a rule for comments changes the page that tells the rules, and stories only where their form tells it", async () => {
  const admin = asStaff(await createStaff(database(), { roles: ["admin"] }))
  const save = async (fields: Parameters<typeof parse>[0]) => {
    const changed: string[] = []
    const forget = onTagChanged((tag) => changed.push(tag))
    const parsed = parse(fields)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
    expect(await saveSettings(admin, parsed.value)).toEqual({ ok: true })
    forget()
    return changed
  }
  await save({ commentLinksHeld: "2", newsletterPitch: "Now and then." })
  expect(await save({ commentLinksHeld: "3", newsletterPitch: "Now and then." })).toEqual(["report"])
  expect(await save({ commentLinksHeld: "3", newsletterPitch: "Weekly." })).toEqual(["newsletter"])
  // The reply form says who reads first, so this one changes stories.
  const milder = { commentLinksHeld: "3", newsletterPitch: "Weekly.", commentMode: "open" }
  expect(await save(milder)).toEqual(["rules"])
})

test("every change is in the log: who, which settings, from what to what", async () => {
  const admin = asStaff(await createStaff(database(), { roles: ["admin"], name: "Ines" }))
  const save = async (fields: Parameters<typeof parse>[0]) => {
    const parsed = parse(fields)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
    expect(await saveSettings(admin, parsed.value)).toEqual({ ok: true })
  }
  await save({ tagline: "One", commentMode: "open", commentWordsSpam: "casin*\ncheap pills" })
  await save({ tagline: "Two", commentMode: "hold_all", commentWordsSpam: "casin*\nloans" })
  const before = await database().$count(auditEvents)
  await save({ tagline: "Two", commentMode: "hold_all", commentWordsSpam: "casin*\nloans" })
  expect(await database().$count(auditEvents)).toBe(before)

  const [entry] = (await listLog(admin, logAddress.parse({ action: "settings_changed" }))).entries
  expect(entry).toMatchObject({ by: "Ines", comment: null })
  expect(entry?.settings).toEqual([
    { label: "Tagline", was: "One", is: "Two" },
    { label: "Comments", was: modeWords.open, is: modeWords.hold_all },
    { label: "Words that make a comment spam", was: "cheap pills", is: "loans" },
  ])
  await chainEvents()
  expect((await getChainState(admin)).found).toBeNull()
})

test("what the log says of a change is another before than after, in a list of words and far into a text too", () => {
  const settings = readSettings([])
  const told = (was: Partial<Settings>, is: Partial<Settings>) =>
    changesIn(changesBetween({ ...settings, ...was }, { ...settings, ...is }))
  expect(told({ commentWordsHeld: "a\nb" }, { commentWordsHeld: "b\na" })).toMatchObject([
    { was: "another order", is: "this order" },
  ])
  expect(told({ commentWordsHeld: "a\nb" }, { commentWordsHeld: "b\nc" })).toMatchObject([
    { was: "a", is: "c" },
  ])
  const long = "word ".repeat(80)
  const [change] = told({ description: `${long}before` }, { description: `${long}after` })
  expect(change?.was).toMatch(/^….*before$/)
  expect(change?.is).toMatch(/^….*after$/)
  expect(told({}, {})).toEqual([])
})

test("a second admin is told who changed what meanwhile, and saves over it only when they press again", async () => {
  const [ines, omar] = await Promise.all(
    ["Ines", "Omar"].map(async (name) => asStaff(await createStaff(database(), { roles: ["admin"], name }))),
  )
  if (!ines || !omar) throw new Error("nobody")
  const values = (tagline: string) => {
    const parsed = parse({ tagline })
    if (!parsed.ok) throw new Error("It was refused.")
    return parsed.value
  }
  await saveSettings(ines, values("First"))
  const seen = await getSettingsVersion()
  expect(await saveSettings(ines, values("By Ines"), seen)).toEqual({ ok: true })

  const refused = await saveSettings(omar, values("By Omar"), seen)
  if (refused.ok || refused.reason !== "changed-meanwhile") throw new Error("It was saved.")
  expect(refused.changes).toMatchObject([{ by: "Ines", labels: ["Tagline"] }])
  expect(meanwhileSentence(refused.changes, { language: "en", timeZone: "Asia/Tokyo" })).toMatch(
    /^Ines changed “Tagline” on \d+ \w+ \d{4}, \d\d:\d\d\. Nothing of yours/,
  )
  expect((await readTagline()).tagline).toBe("By Ines")

  expect(await saveSettings(omar, values("By Omar"), refused.version)).toEqual({ ok: true })
  expect((await readTagline()).tagline).toBe("By Omar")

  // Of many with the same page, one saves.
  const now = await getSettingsVersion()
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) => saveSettings(omar, values(`${n}`), now)),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

async function readTagline() {
  return readSettings(await database().select().from(settings))
}

test("two who save at once leave one of the two, whole", async () => {
  const admin = asStaff(await createStaff(database(), { roles: ["admin"] }))
  const values = (tagline: string) => {
    const parsed = parse({ tagline, description: tagline })
    if (!parsed.ok) throw new Error("It was refused.")
    return parsed.value
  }
  await Promise.all(Array.from({ length: 10 }, (_, n) => saveSettings(admin, values(String(n)))))
  const { tagline, description } = readSettings(await database().select().from(settings))
  expect(tagline).toBe(description)
})

test("nobody else saves the settings, and only who decides about comments chooses mail about them", async () => {
  const before = await database().select().from(settings)
  const parsed = parse({ tagline: "Taken over" })
  for (const role of ["writer", "editor", "moderator"] as const) {
    const person = asStaff(await createStaff(database(), { roles: [role] }))
    expect(await saveSettings(person, parsed.ok ? parsed.value : readSettings([]))).toEqual({
      ok: false,
      reason: "not-allowed",
    })
    expect(await saveCommentMail(person, "daily")).toEqual({ ok: role === "moderator" })
    const [row] = await database().select().from(staff).where(eq(staff.id, person.id))
    expect(row?.commentMail).toBe(role === "moderator" ? "daily" : "off")
  }
  expect(await database().select().from(settings)).toEqual(before)
})

test("how often somebody is mailed is one of four", () => {
  const form = (value: string) => {
    const made = new FormData()
    made.set("commentMail", value)
    return parseForm(commentMailInput, made).ok
  }
  expect(["off", "at_once", "hourly", "daily"].every(form)).toBe(true)
  expect(["", "weekly"].some(form)).toBe(false)
})

/** The form as it is with every default, but for what is given; a box that is not ticked is not sent. */
function parse(fields: Partial<Record<keyof Settings, string | undefined>>) {
  const form = new FormData()
  const all = { ...settingsFields, ...fields }
  for (const [name, value] of Object.entries(all)) if (value !== undefined) form.set(name, value)
  return parseForm(settingsInput, form)
}

const settingsFields: Record<string, string | undefined> = {
  ...Object.fromEntries(Object.entries(readSettings([])).map(([key, value]) => [key, String(value)])),
  commentsHideReported: undefined,
  commentFilterHolds: "on",
  moderationReport: "on",
}
