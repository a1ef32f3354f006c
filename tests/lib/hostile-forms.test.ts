import fs from "node:fs"
import path from "node:path"
import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, test, vi } from "vitest"
import { database } from "@/db/client"
import {
  createAuthor,
  createBan,
  createComment,
  createMedium,
  createPageRow,
  createPost,
  createStaff,
} from "@/db/factories"
import { postNotes } from "@/db/schema/post-notes"
import { tags } from "@/db/schema/posts"
import { staffLinks } from "@/db/schema/staff"
import { passwordLength } from "@/lib/auth/password-rules"
import { encodeSession } from "@/lib/auth/session-cookie"
import { startSession } from "@/lib/auth/sessions"
import { makeStaffLink } from "@/lib/auth/staff-links"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import { type FormState, idle } from "@/lib/form-state"
import { spellFacts } from "@/lib/pages/privacy/facts"
import { factsOfSite } from "@/lib/pages/privacy/queries"
import type * as Parser from "@/lib/parse-form"
import { signToken } from "@/lib/signed-token"
import { actions } from "@/tests/support/access"
import { countWork, type Work } from "@/tests/support/count-work"
import { withFreshDatabase } from "@/tests/support/fresh-database"
import { goodForms, type MadeForReaders } from "@/tests/support/good-forms"
import { hostilePieces, hostileText } from "@/tests/support/hostile-payloads"

process.env.RATE_LIMITS = "off"
withFreshDatabase()

const world = vi.hoisted(() => ({
  signedIn: true,
  cookie: "",
  staffId: 0,
  parsed: [] as { bounds: Record<string, Parser.Bound>; ok: boolean }[],
}))

class Answered extends Error {}

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-client-network": "192.0.2.7" }),
  cookies: async () => ({
    get: (name: string) => (name.endsWith("session") && world.signedIn ? { value: world.cookie } : undefined),
    set: () => {},
    delete: () => {},
  }),
}))

vi.mock("next/navigation", () => {
  const answer = (how: string) => (where?: string) => {
    throw new Answered(`${how} ${where ?? ""}`)
  }
  return {
    redirect: answer("redirect"),
    permanentRedirect: answer("redirect"),
    notFound: answer("404"),
    forbidden: answer("403"),
  }
})

/** The even pace of answers about an address is no part of this. */
vi.mock("node:timers/promises", () => ({ setTimeout: async () => {} }))

vi.mock("next/cache", () => ({ refresh: () => {} }))

/** Auth.js as far as an action needs it: our own `authorize` is asked with what was typed. */
vi.mock("next-auth", () => {
  class AuthError extends Error {}
  class CredentialsSignin extends AuthError {}
  return {
    AuthError,
    CredentialsSignin,
    default: (config: () => { providers: { authorize: (typed: unknown, from: Request) => unknown }[] }) => ({
      handlers: {},
      signIn: async (_: string, typed: unknown) => {
        const answer = await config().providers[0]?.authorize(typed, new Request("http://localhost/"))
        if (!answer) throw new CredentialsSignin()
      },
    }),
  }
})
vi.mock("next-auth/providers/credentials", () => ({ default: (provider: unknown) => provider }))

vi.mock("@/lib/parse-form", async (original) => {
  const actual = await original<typeof Parser>()
  return {
    ...actual,
    parseForm: ((form, sent) => {
      const parsed = actual.parseForm(form, sent)
      world.parsed.push({ bounds: form.bounds, ok: parsed.ok })
      return parsed
    }) satisfies typeof actual.parseForm,
  }
})

const root = path.join(import.meta.dirname, "../..")

/** Every action as the source has it, so that a new one is here by itself. */
const written = fs
  .readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "actions.ts")
  .map((file) => `app/${file}`)
  .flatMap((file) =>
    [...fs.readFileSync(path.join(root, file), "utf8").matchAll(/^export async function (\w+)/gm)].map(
      ([, name]) => `${file}#${name}`,
    ),
  )

let made: MadeForReaders

beforeAll(async () => {
  const db = database()
  const admin = await createStaff(db, { roles: ["admin"] })
  world.staffId = admin.id
  world.cookie = await encodeSession(await startSession(admin.id))
  const post = await createPost(db, { status: "draft", publishedAt: null, createdBy: admin.id })
  const open = await createPost(db, { commentMode: "hold_all" })
  const waiting = await createComment(db, { postId: open.id, status: "pending" })
  const shown = await createComment(db, { postId: open.id })
  const ban = await createBan(db, { staffId: admin.id })
  const picture = await createMedium(db, { uploadedBy: admin.id })
  const page = await createPageRow(db, { status: "draft", publishedAt: null })
  const privacy = await createPageRow(db, { purpose: "privacy", facts: {} })
  const invited = await createStaff(db)
  const link = await makeStaffLink(db, { purpose: "invite", staffId: invited.id })
  const [tag, otherTag] = await db
    .insert(tags)
    .values([
      { slug: "a-tag", name: "A tag" },
      { slug: "another", name: "Another" },
    ])
    .returning()
  const [note] = await db
    .insert(postNotes)
    .values({ postId: post.id, staffId: admin.id, body: "Is it so?", quote: "The first paragraph" })
    .returning()
  made = {
    tagId: tag?.id ?? 0,
    otherTagId: otherTag?.id ?? 0,
    revisionId: 1,
    noteId: note?.id ?? 0,
    previewLinkId: 1,
    frontVersion: 0,
    openId: post.id,
    correctionId: 1,
    errorReportId: 1,
    postId: post.id,
    version: post.version,
    commentId: waiting.id,
    shownId: shown.id,
    banId: ban.id,
    mediaId: picture.id,
    pageId: page.id,
    privacyId: privacy.id,
    facts: spellFacts(await factsOfSite()),
    memberId: (await createStaff(db, { roles: ["writer"] })).id,
    authorId: (await createAuthor(db)).id,
    otherAuthorId: (await createAuthor(db)).id,
    words: "Words of this test",
    visitorIds: [],
    slug: open.slug,
    commentToken: signToken("comment-token", waiting.id),
    staffToken: link.split("/").at(-1) ?? "",
    made: formStamp(),
  }
})

test("no action is missing from the table that the promises below are made of", () => {
  expect(written.toSorted()).toEqual(Object.keys(actions).toSorted())
})

describe.each(written)("%s", (name) => {
  let action: (...given: unknown[]) => Promise<unknown>
  // Once: each import asks the test runner whether the file has changed.
  beforeAll(async () => {
    const [file = "", exported = ""] = name.split("#")
    action = (await import(path.join(root, file)))[exported]
  })
  const call = async (...given: unknown[]) => {
    try {
      return await action(...given)
    } catch (error) {
      if (error instanceof Answered) return error
      throw error
    }
  }
  const send = async (form: unknown) => {
    // A link that was used would end the work before it begins, and one that is used ends the browser's session.
    world.signedIn = !name.startsWith("app/setup/")
    if (!world.signedIn) await database().update(staffLinks).set({ usedAt: null })
    return action.length === 2 ? call(idle, form) : call(form)
  }

  /** The bounds of the form's fields, learnt from what the action gave to the parser for a good form. */
  const learnBounds = async (fields: Record<string, string>) => {
    world.parsed.length = 0
    await send(formOf(fields))
    expect(world.parsed.filter(({ ok }) => !ok)).toEqual([])
    const bounds = Object.assign({}, ...world.parsed.map((one) => one.bounds)) as Record<string, Parser.Bound>
    expect(Object.keys(bounds)).not.toEqual([])
    return bounds
  }

  test("a megabyte in a field reaches neither a regular expression nor the normaliser nor the database", async () => {
    for (const good of goodForms(name, made)) {
      const bounds = await learnBounds(good)
      const usual = await countWork(() => send(formOf(good)))
      for (const [field, bound] of Object.entries(bounds)) {
        for (const [kind, piece] of Object.entries(hostilePieces)) {
          const form = formOf({ ...good, [field]: hostileText(piece, 1_000_000) })
          let answer: unknown
          const done = await countWork(async () => {
            answer = await send(form)
          })
          expect(saysWhatToDo(answer), `${kind} in ${field}`).toBe(true)
          expect(excess(done, usual, bytesOf(bound)), `${kind} in ${field}`).toEqual([])
        }
      }
    }
  })

  test("what fills a field to its bound is answered, in runs of marks that can be put in order", async () => {
    for (const good of goodForms(name, made)) {
      const bounds = await learnBounds(good)
      const usual = await countWork(() => send(formOf(good)))
      for (const [field, bound] of Object.entries(bounds)) {
        for (const [kind, piece] of Object.entries(hostilePieces)) {
          const form = formOf({ ...good, [field]: hostileText(piece, bytesOf(bound)) })
          const done = await countWork(() => send(form))
          expect(excess(done, usual, bytesOf(bound)), `${kind} in ${field}`).toEqual([])
          // A password is kept whole, and is short.
          const run = /password/i.test(field) ? passwordLength.max : 30
          expect(done.marksInARow, `${kind} in ${field}`).toBeLessThanOrEqual(run)
        }
      }
    }
  })

  if (name.startsWith("app/desk/")) {
    test("from a page that was rendered for somebody else, or does not say for whom, changes nothing, says so, and keeps what was typed", async () => {
      for (const good of goodForms(name, made)) {
        const before = await everyRow()
        for (const other of ["999999", "", "x", "1".repeat(200)]) {
          const answer = await send(formOf({ ...good, renderedFor: other }))
          expect(`${JSON.stringify(answer)} ${answer}`).toMatch(refusedAsAnother)
          const { values, text } = Object(answer) as { values?: Record<string, string>; text?: string }
          if (values) expect(values).toMatchObject(withoutSecrets(good))
          if (text !== undefined) expect(text).toBe(good.text ?? good.words ?? "")
        }
        const unsigned = formOf(good)
        unsigned.delete("renderedFor")
        const answer = await send(unsigned)
        expect(`${JSON.stringify(answer)} ${answer}`).toMatch(refusedAsAnother)
        expect(await everyRow()).toEqual(before)
        const own = await send(formOf({ ...good, renderedFor: String(world.staffId) }))
        if (!name.endsWith("openAction"))
          expect(`${JSON.stringify(own)} ${own}`).not.toMatch(refusedAsAnother)
      }
    })
  }

  test("a form that is none, or holds what no page sends, is answered and never a fault", async () => {
    const [good = {}] = goodForms(name, made)
    const bounds = await learnBounds(good)
    for (const wrong of [undefined, null, 7, "x", [], {}, { get: 1 }, new Map(), () => {}]) {
      await send(wrong)
      await call(wrong)
      await call(wrong, wrong, wrong)
    }
    for (const field of Object.keys(bounds)) {
      const file = formOf({ ...good, [field]: "" })
      file.set(field, new File(["x"], "x.txt"))
      await send(file)
      const many = formOf(good)
      for (let i = 0; i < 10_000; i++) many.append(field, "x")
      await send(many)
      for (const odd of [
        "\0",
        `${good[field] ?? ""}\0`,
        "999999999999999",
        "2147483648",
        "-1",
        "\uD800",
        "__proto__",
      ])
        await send(formOf({ ...good, [field]: odd }))
    }
  })
})

const refusedAsAnother =
  /no longer signed in here|somebody else has signed in|(refused|problem)=another-person|^\{"openedBy":null\} /

/** A password that was typed never comes back to a page. */
function withoutSecrets(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !/password|^again$|^code$|^response$/i.test(name)),
  )
}

/** A digest of each table, without when somebody was last seen: each minute of being signed in changes that. */
async function everyRow(): Promise<Record<string, string>> {
  const tables = await database().execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const digests: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await database().execute<{ digest: string }>(
      sql`select coalesce(md5(string_agg(row, '' order by row)), '') as digest
        from (select (to_jsonb(t) - 'last_seen_at')::text as row from ${sql.identifier(name)} t) as rows`,
    )
    digests[name] = row?.digest ?? ""
  }
  return digests
}

/** As a page of the desk sends it, which says for whom it was rendered. */
function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  const signed = { renderedFor: String(world.staffId), ...fields }
  for (const [name, value] of Object.entries(signed)) form.append(name, value)
  return form
}

/** Where a form shows its answer, there is a sentence in it, and not so much text that it costs more than the question. */
function saysWhatToDo(answer: unknown): boolean {
  const { status, message, errors, values = {} } = Object(answer) as Extract<FormState, { status: "refused" }>
  if (status !== "refused") return true
  const letters = Object.values(values).reduce((sum, value) => sum + value.length, 0)
  return Boolean(message || Object.values(errors)[0]) && letters <= 300_000
}

function bytesOf(bound: Parser.Bound): number {
  return typeof bound === "number" ? bound : bound.bytes
}

/** What went beyond a field's bound, or beyond what a good form needs anyway. */
function excess(done: Work, usual: Work, bytes: number): string[] {
  const most = {
    matched: usual.matched + bytes,
    normalised: usual.normalised + bytes,
    sent: usual.sent + 8 * bytes + 10_000,
  }
  return (["matched", "normalised", "sent"] as const)
    .filter((kind) => done[kind] > most[kind])
    .map((kind) => `${kind}: ${done[kind]}`)
}
