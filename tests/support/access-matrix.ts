import type { APIRequestContext, APIResponse } from "@playwright/test"
import { eq } from "drizzle-orm"
import { routes as table } from "../../app/routes.ts"
import { createMedium, createStaff } from "../../db/factories.ts"
import { media } from "../../db/schema/media.ts"
import { staff } from "../../db/schema/staff.ts"
import { encodeSession } from "../../lib/auth/session-cookie.ts"
import { endSession, startSession } from "../../lib/auth/sessions.ts"
import { makeKey } from "../../lib/media/storage/names.ts"
import {
  type Answer,
  actions,
  answersOf,
  everyone,
  type Made,
  uploaders,
  uploads,
  type Who,
} from "./access.ts"
import { builtActions, builtRoutes } from "./build.ts"
import {
  addressOf,
  arrive,
  callAsForm,
  callAsScript,
  digest,
  makeNews,
  newsFor,
  renderedFor,
  sendPicture,
  visit,
  visitKept,
} from "./calls.ts"
import { expect, test } from "./fixtures.ts"
import { holdTurn } from "./hold-turn.ts"
import { rawGet } from "./raw-request.ts"

/**
 * Who gets what of the app at `baseAddress`: every route and every action of the build, for a stranger and each role, by
 * every method.
 */
export function testAccess(): void {
  test("every route and every action of the build has a row in the table", () => {
    const names = builtActions().map(({ name }) => name)
    const patterns = table.map(({ pattern }) => pattern)
    expect(builtRoutes().filter((route) => !patterns.includes(route))).toEqual([])
    expect(names.filter((name) => !Object.hasOwn(actions, name))).toEqual([])
  })

  for (const who of everyone) {
    test(`${a(who)} gets the pages of their roles and no other`, async ({ playwright, db, baseURL }) => {
      const made = await makeNews(db)
      const visitor = await visit(playwright, db, baseURL, who)
      for (const route of table) {
        const row = answersOf(route)
        if (row === "alike") continue
        const { pattern } = route
        const response = await visitor.get(addressOf(pattern, made), { maxRedirects: 0 })
        expect.soft(await answerOf(response), `${pattern} for ${a(who)}`).toBe(row[who])
        expect.soft(response.headers()["cache-control"], pattern).toBe("private, no-store")
      }
      await visitor.dispose()
    })
  }

  test("a reader's page is the same for everybody and never kept apart by a cookie", async ({
    playwright,
    db,
    baseURL,
  }) => {
    const made = await makeNews(db)
    const visitors = await Promise.all(everyone.map((who) => visit(playwright, db, baseURL, who)))
    for (const { pattern: route } of table.filter((one) => answersOf(one) === "alike")) {
      const answers = []
      for (const visitor of visitors)
        answers.push(await visitor.get(addressOf(route, made), { maxRedirects: 0 }))
      const statuses = answers.map((answer) => answer.status())
      expect.soft(new Set(statuses).size, `${route}: ${statuses}`).toBe(1)
      if (route.startsWith("/api/")) continue
      for (const answer of answers) expect.soft(answer.headers()["set-cookie"], route).toBeUndefined()
    }
    await Promise.all(visitors.map((visitor) => visitor.dispose()))
  })

  for (const [name, action] of Object.entries(actions)) {
    if (action === "anyone") continue
    const built = builtActions().find((one) => one.name === name)
    if (!built) continue

    for (const who of everyone.filter((one) => !action.may.includes(one))) {
      test(`${a(who)} who calls ${name} straight changes nothing`, async ({ playwright, db, baseURL }) => {
        const { made, visitor } = await visitKept({ playwright, db, baseURL }, who)
        const before = await digest(db, made)
        for (const page of new Set([action.page(made), "/desk", "/", "/sign-in"])) {
          for (const call of [callAsScript, callAsForm]) {
            const response = await call(visitor, { id: built.id, page, action, made, origin: baseURL })
            expect.soft(await refusal(response), `${call.name} on ${page}`).toBe("refused")
          }
        }
        expect(await digest(db, made)).toBe(before)
      })
    }

    test.describe(() => {
      const inTurn = action.alone ? holdTurn : (work: () => Promise<void>) => work()

      for (const call of [callAsScript, callAsForm]) {
        test(`the calls above reach ${name}: ${call.name} works for someone who may`, async ({
          playwright,
          db,
          baseURL,
        }) => {
          await inTurn(async () => {
            const made = await makeNews(db, newsFor(name))
            const visitor = await visit(playwright, db, baseURL, action.may[0] ?? "admin", made)
            const before = await digest(db, made)
            await call(visitor, { id: built.id, page: action.page(made), action, made, origin: baseURL })
            expect(await digest(db, made)).not.toBe(before)
            await visitor.dispose()
          })
        })

        test(`${name} takes no ${call.name} from another site, though the visitor may`, async ({
          playwright,
          db,
          baseURL,
        }) => {
          const who = action.may[0] ?? "admin"
          const { made, visitor } = await visitKept({ playwright, db, baseURL }, who, newsFor(name))
          const before = await digest(db, made)
          for (const origin of ["https://evil.example", "null", `${baseURL}.evil.example`])
            await call(visitor, { id: built.id, page: action.page(made), action, made, origin })
          expect(await digest(db, made)).toBe(before)
        })
      }
    })
  }

  for (const [name, upload] of Object.entries(uploads)) {
    for (const who of everyone) {
      const may = upload.may.includes(who)
      test(`${a(who)} ${may ? "may make" : "changes nothing by"} ${name}`, async ({
        playwright,
        db,
        baseURL,
      }) => {
        const made = await makeNews(db)
        const visitor = await visit(playwright, db, baseURL, who, made)
        const before = await digest(db, made)
        const { byScript } = upload
        const response = await sendPicture(visitor, {
          path: upload.path(made),
          byScript,
          made,
          origin: baseURL,
        })
        expect((await digest(db, made)) !== before).toBe(may)
        // A script is answered with what became of the file, and a form with the page that says so.
        const answer = response.status() === 200 ? await response.json() : response.status()
        if (!may) expect([303, 403, [expect.objectContaining({ ok: false })]]).toContainEqual(answer)
        await visitor.dispose()
      })
    }

    test(`${name} from another site changes nothing, though the visitor may`, async ({
      playwright,
      db,
      baseURL,
    }) => {
      const made = await makeNews(db)
      const visitor = await visit(playwright, db, baseURL, "admin", made)
      const before = await digest(db, made)
      for (const origin of ["https://evil.example", "null", `${baseURL}.evil.example`]) {
        const { byScript } = upload
        const response = await sendPicture(visitor, { path: upload.path(made), byScript, made, origin })
        expect(response.status()).toBe(403)
      }
      expect(await digest(db, made)).toBe(before)
      await visitor.dispose()
    })
  }

  test("a forged number or version of a picture replaces nothing and makes no new picture", async ({
    playwright,
    db,
    baseURL,
  }) => {
    const made = await makeNews(db)
    const visitor = await visit(playwright, db, baseURL, "admin", made)
    const before = await digest(db, made)
    const forged = ["0", "-1", "1e3", "x", "999999999999", "9999999999999999999", `${made.mediaId}abc`, ""]
    const queries = [
      ...forged.map((picture) => ({ picture, version: "1" })),
      ...["0", "2", "-1", "x", ""].map((version) => ({ picture: String(made.mediaId), version })),
    ]
    for (const query of queries) {
      const path = `/desk/media/upload?${new URLSearchParams(query)}`
      const sent = { path, byScript: false, made, origin: baseURL }
      const response = await sendPicture(visitor, sent)
      expect.soft(response.headers().location, path).toMatch(/^\/desk\/media(\/\d+)?\?upload=/)
    }
    expect(await digest(db, made)).toBe(before)
    await visitor.dispose()
  })

  test("fields that no form has change nothing else of a picture, and of a list of pictures a writer deletes their own", async ({
    playwright,
    db,
    baseURL,
  }) => {
    const made = await makeNews(db)
    const [editor, writer] = [
      await visit(playwright, db, baseURL, "editor"),
      await visit(playwright, db, baseURL, "writer", made),
    ]
    const own = await createMedium(db, { uploadedBy: made.visitorIds[0], filename: `${made.words} of mine` })
    const row = async (id: number) => (await db.select().from(media).where(eq(media.id, id)))[0]
    const run = async (visitor: APIRequestContext, name: string, more: Record<string, string>) => {
      const key = `app/desk/media/actions.ts#${name}`
      const known = actions[key]
      const { id = "" } = builtActions().find((one) => one.name === key) ?? {}
      if (!known || known === "anyone") throw new Error(`${key} is not in the table.`)
      const action = { ...known, form: (of: Made) => ({ ...known.form(of), ...more }) }
      return callAsForm(visitor, { id, page: known.page(made), action, made, origin: baseURL })
    }
    const before = await row(made.mediaId)
    const extra = {
      uploadedBy: "1",
      key: "a".repeat(26),
      files: "[]",
      state: "failed",
      filename: "x",
      bytes: "1",
    }
    await run(editor, "saveDetailsAction", {
      ...extra,
      contentHash: "x",
      originalKey: "x",
      createdAt: "1990-01-01",
    })
    const { alt, caption, words, version, updatedAt, updatedBy, ...same } = (await row(made.mediaId)) ?? {}
    expect([alt, caption, version]).toEqual([made.words, "", 2])
    expect(before).toMatchObject(same)

    await run(writer, "deleteAction", { id: `${made.mediaId},${own.id},999999999` })
    expect([await row(own.id), (await row(made.mediaId))?.key]).toEqual([undefined, before?.key])
    await run(writer, "deleteAction", { id: `${made.mediaId},x` })
    await run(writer, "takeDownAction", {})
    await run(writer, "saveDetailsAction", { version: "2", alt: "Mine" })
    expect(await row(made.mediaId)).toMatchObject({ key: before?.key, alt: made.words, version: 2 })
    await Promise.all([editor.dispose(), writer.dispose()])
  })

  test("the picker shows each of the staff the pictures of their library, and nobody gets a file as it was uploaded", async ({
    playwright,
    db,
    baseURL,
  }) => {
    const made = await makeNews(db)
    await db.update(media).set({ originalKey: makeKey() }).where(eq(media.id, made.mediaId))
    const [picture] = await db.select().from(media).where(eq(media.id, made.mediaId))
    const originalKey = picture?.originalKey
    for (const who of everyone) {
      const visitor = await visit(playwright, db, baseURL, who)
      const sees = ["editor", "admin"].includes(who)
      for (const address of [`id=${made.mediaId}`, `q=${encodeURIComponent(made.words)}`]) {
        const path = `/desk/media/pick?${address}`
        const text = await (await visitor.get(path, { maxRedirects: 0 })).text()
        expect.soft(text.includes(made.words), `${path} for ${a(who)}`).toBe(sees)
      }
      const name = picture?.files[0]?.name
      const addresses = ["originals/", "media/originals/", "files/", "media/"].flatMap((folder) => [
        `/${folder}${originalKey}`,
        `/${folder}${originalKey}/${name}`,
      ])
      for (const path of [...addresses, `/media/${picture?.key}/../../originals/${originalKey}`])
        expect.soft((await visitor.get(path)).status(), `${path} for ${a(who)}`).toBe(404)
      await visitor.dispose()
    }
  })

  test("a picture of another site is fetched for those who may upload, and never from an inner address", async ({
    playwright,
    db,
    baseURL,
  }) => {
    const made = await makeNews(db)
    const before = await digest(db, made)
    const inner = ["http://127.0.0.1/a.png", `${baseURL}/icon.svg`, "http://[::1]/", "http://2130706433/"]
    for (const who of everyone) {
      const visitor = await visit(playwright, db, baseURL, who)
      const send = (address: string, origin = baseURL ?? "") =>
        visitor.post("/desk/media/fetch", {
          headers: { origin },
          multipart: { address, ...renderedFor(visitor) },
          maxRedirects: 0,
        })
      for (const address of inner) {
        const response = await send(address)
        if (!uploaders.includes(who)) expect.soft([303, 403], a(who)).toContain(response.status())
        else expect.soft(await response.json(), address).toMatchObject({ ok: false, retry: false })
      }
      expect.soft((await send("http://127.0.0.1/", "https://evil.example")).status()).toBe(403)
      await visitor.dispose()
    }
    expect(await digest(db, made)).toBe(before)
  })

  test("after sign-out the old cookie opens no page of the desk and works no action", async ({
    playwright,
    db,
    baseURL,
  }) => {
    const made = await makeNews(db)
    const person = await createStaff(db, { roles: ["admin"] })
    const session = await startSession(person.id)
    const visitor = await arrive(playwright, baseURL, await encodeSession(session))
    expect((await visitor.get("/desk")).status()).toBe(200)

    const left = await visitor.post("/api/auth/leave", {
      headers: { origin: baseURL ?? "" },
      maxRedirects: 0,
    })
    expect(left.status()).toBe(303)
    expect(left.headers()["clear-site-data"]).toContain('"storage"')
    expect(left.headers()["set-cookie"]).toContain("Max-Age=0")

    const replayed = await arrive(playwright, baseURL, await encodeSession(session))
    const before = await digest(db, made)
    for (const route of builtRoutes().filter((one) => one.startsWith("/desk"))) {
      const answer = await replayed.get(addressOf(route, made), { maxRedirects: 0 })
      expect.soft(await answerOf(answer), route).toBe("sign-in")
    }
    for (const { id, name } of builtActions()) {
      const action = actions[name]
      if (action === undefined || action === "anyone") continue
      await callAsScript(replayed, { id, page: action.page(made), action, made, origin: baseURL })
    }
    expect(await digest(db, made)).toBe(before)
  })

  test("another site can sign nobody out", async ({ playwright, db, baseURL }) => {
    const person = await createStaff(db)
    const visitor = await arrive(playwright, baseURL, await encodeSession(await startSession(person.id)))
    for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }]) {
      const answer = await visitor.post("/api/auth/leave", { headers, maxRedirects: 0 })
      expect(answer.status()).toBe(403)
    }
    expect((await visitor.get("/api/auth/leave", { maxRedirects: 0 })).status()).toBe(405)
    expect((await visitor.get("/desk")).status()).toBe(200)
  })

  test("roles taken away, a disabled person and a session ended elsewhere bite on the next request", async ({
    playwright,
    db,
    baseURL,
  }) => {
    const person = await createStaff(db, { roles: ["moderator"] })
    const session = await startSession(person.id)
    const visitor = await arrive(playwright, baseURL, await encodeSession(session))
    const comments = async () => answerOf(await visitor.get("/desk/comments", { maxRedirects: 0 }))
    expect(await comments()).toBe("page")
    await db
      .update(staff)
      .set({ roles: ["writer"] })
      .where(eq(staff.id, person.id))
    expect(await comments()).toBe("forbidden")
    await db
      .update(staff)
      .set({ roles: ["moderator"], disabledAt: new Date() })
      .where(eq(staff.id, person.id))
    expect(await comments()).toBe("sign-in")
    await db.update(staff).set({ disabledAt: null }).where(eq(staff.id, person.id))
    expect(await comments()).toBe("page")
    await endSession(session)
    expect(await comments()).toBe("sign-in")
  })

  test("no header and no spelling of an address shows a stranger what only staff see", async ({
    db,
    baseURL,
  }) => {
    const made = await makeNews(db)
    for (const route of builtRoutes().filter((one) => one.startsWith("/desk"))) {
      const path = addressOf(route, made)
      for (const [address, headers] of disguises(path)) {
        const answer = await rawGet(baseURL ?? "", address, headers)
        const asked = `${address} ${JSON.stringify(headers)}`
        expect.soft(answer.text, asked).not.toContain(made.words)
        expect.soft(answer.text, asked).not.toContain("Sign out")
        // Nothing that a cache could keep under the address of a staff page (web cache deception).
        if (address !== "/") expect.soft(answer.headers["cache-control"], asked).toMatch(/no-store/)
      }
    }
  })

  for (const who of everyone) {
    test(`${a(who)} can only look at an address, or send a form that is there`, async ({
      playwright,
      db,
      baseURL,
    }) => {
      const made = await makeNews(db)
      const visitor = await visit(playwright, db, baseURL, who, made)
      const before = await digest(db, made)
      for (const { pattern, form, upload } of table) {
        const path = addressOf(pattern, made)
        const options = { maxRedirects: 0, headers: { origin: baseURL ?? "" } }
        const seen = await visitor.get(path, options)
        const looked = await visitor.head(path, options)
        expect
          .soft([looked.status(), (await looked.body()).length], `HEAD ${path}`)
          .toEqual([seen.status(), 0])
        for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"]) {
          const answer = await visitor.fetch(path, { ...options, method })
          expect
            .soft([answer.status(), answer.headers().allow], `${method} ${path}`)
            .toEqual([405, "GET, HEAD, POST"])
        }
        const posted = await visitor.post(path, { ...options, multipart: { nothing: "we know" } })
        if (form ?? upload) expect.soft(posted.status(), `POST ${path}`).toBeLessThan(500)
        else expect.soft(posted.status(), `POST ${path}`).toBe(405)
      }
      expect(await digest(db, made)).toBe(before)
      await visitor.dispose()
    })
  }
}

const subrequest = ["middleware", "src/middleware", "pages/_middleware", "proxy", "middleware:".repeat(5)]

function disguises(path: string): [string, Record<string, string>][] {
  const rsc = { RSC: "1", "Next-Router-Prefetch": "1" }
  return [
    ...subrequest.map((value): [string, Record<string, string>] => [
      path,
      { "x-middleware-subrequest": value },
    ]),
    [path, { RSC: "1" }],
    [path, rsc],
    [`${path}?_rsc=1abcd`, { RSC: "1" }],
    [`${path}?_rsc=1abcd`, {}],
    [path, { ...rsc, "Next-Router-Segment-Prefetch": "/_tree" }],
    [`${path}.rsc`, {}],
    [`${path}.rsc`, { RSC: "1" }],
    [`${path}.segments/_tree.segment.rsc`, {}],
    [`${path}.txt`, {}],
    [`${path}/`, {}],
    [`${path}/index.html`, {}],
    [path.toUpperCase(), {}],
    [`/${path}`, {}],
    [`${path}//`, {}],
    [path.replace("/desk", "/%64esk"), {}],
    [path.replace("/desk", "/desk%2f"), {}],
    [`${path};x`, {}],
    [`${path}%00`, {}],
    [`/posts/..${path}`, {}],
    [`/posts/%2e%2e${path}`, {}],
    ["/", { "x-invoke-path": path, "x-matched-path": path, "x-nextjs-rewritten-path": path }],
    ["/", { "x-original-url": path, "x-rewrite-url": path, "x-forwarded-uri": path }],
    [`/_next/data/build${path}.json`, {}],
    [path, { "x-client-network": "127.0.0.1", "x-request-path": path, authorization: "Bearer x" }],
  ]
}

/** "refused", or what was answered instead. */
async function refusal(response: APIResponse): Promise<string> {
  const status = response.status()
  const location = response.headers().location ?? response.headers()["x-action-redirect"] ?? ""
  const away = status === 303 || status === 307
  if ([400, 403, 404, 405, 409].includes(status)) return "refused"
  if (away && !location.includes("done=")) return "refused"
  const text = await response.text()
  // An action of the editor answers in words, so that the text on the page is not lost.
  if (status === 200 && !/"ok":\s*true/.test(text)) return "refused"
  return `${status} ${location} ${text.slice(0, 300)}`
}

async function answerOf(response: APIResponse): Promise<Answer | string> {
  const { location = "" } = response.headers()
  const path = location.replace(/^https?:\/\/[^/]+/, "")
  const status = response.status()
  if (status === 200) return "page"
  if (status === 403) return "forbidden"
  if (status === 404) return "missing"
  if (status === 307 && /^\/sign-in(\?next=%2Fdesk[\w%-]*)?$/.test(path)) return "sign-in"
  if (status === 307 && path === "/desk") return "desk"
  if (status === 307 && path === "/desk/media") return "library"
  if (status === 307 && path === "/desk/posts") return "stories"
  return `${status} ${location}`
}

function a(who: Who): string {
  return /^[aeiou]/.test(who) ? `an ${who}` : `a ${who}`
}
