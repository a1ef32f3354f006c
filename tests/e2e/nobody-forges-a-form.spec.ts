import { randomUUID } from "node:crypto"
import { like } from "drizzle-orm"
import fc from "fast-check"
import { routes as table } from "../../app/routes.ts"
import { createPost, createStaff } from "../../db/factories.ts"
import { comments } from "../../db/schema/comments.ts"
import { encodeSession } from "../../lib/auth/session-cookie.ts"
import { startSession } from "../../lib/auth/sessions.ts"
import { actions } from "../support/access.ts"
import { builtActions, builtRoutes } from "../support/build.ts"
import { addressOf, arrive, callAsForm, callAsScript, digest, makeNews } from "../support/calls.ts"
import { expect, test } from "../support/fixtures.ts"
import { forgedBodies } from "../support/forged-bodies.ts"
import { fetchReplyForm, postReply } from "../support/reply-form.ts"

/** A call of an action that takes a form alone. */
const nothing = { may: [], page: () => "/", form: () => ({ words: "x" }) }

test("an action sent to a page that does not have it never runs, though the sender may do all", async ({
  playwright,
  db,
  baseURL,
}) => {
  const made = await makeNews(db)
  const admin = await createStaff(db, { roles: ["admin", "editor", "moderator", "writer"] })
  made.visitorIds.push(admin.id)
  const visitor = await arrive(playwright, baseURL, await encodeSession(await startSession(admin.id)))
  const before = await digest(db, made)
  const reached: string[] = []
  const send = async (call: typeof callAsForm, page: string, { id, name }: { id: string; name: string }) => {
    const known = actions[name]
    const action = known && known !== "anyone" ? known : nothing
    const response = await call(visitor, { id, page, action, made, origin: baseURL })
    const wanted = table.some(({ pattern, form }) => addressOf(pattern, made) === page && form) ? 400 : 405
    if (response.status() !== wanted) reached.push(`${call.name} of ${name} on ${page}: ${response.status()}`)
  }
  // A route handler, in which no action ever runs; its body passes unread.
  const uploads = new Set(table.filter(({ upload }) => upload).map(({ pattern }) => pattern))
  const withoutForms = new Set(table.filter(({ form }) => !form).map(({ pattern }) => pattern))
  for (const [n, built] of builtActions().entries()) {
    // A page without forms answers before it reads which action is meant: one of them stands for all.
    const others = builtRoutes().filter(
      (one) => !built.pages.includes(one) && !uploads.has(one) && (n === 0 || !withoutForms.has(one)),
    )
    const pages = others.map((route) => addressOf(route, made))
    await Promise.all(
      pages.flatMap((page) => [send(callAsScript, page, built), send(callAsForm, page, built)]),
    )
  }
  expect(reached).toEqual([])
  expect(await digest(db, made)).toBe(before)
  await visitor.dispose()
})

test("a reader's form is taken at its own page and at no other, banned or not", async ({ db, baseURL }) => {
  const post = await createPost(db, { slug: `own-${randomUUID()}` })
  const other = await createPost(db, { slug: `other-${randomUUID()}` })
  const home = `${baseURL}/posts/${post.slug}`
  const form = await fetchReplyForm(home)
  const words = `Sent elsewhere ${randomUUID()}`
  const fields = { comment: words, name: "Mo", email: "mo@example.org" }
  const elsewhere = [
    "/newsletter",
    "/sign-in",
    "/comments/1-aaaaaaaaaaaaaaaaaaaaaa",
    `/posts/${other.slug}/report/1`,
  ]
  for (const path of elsewhere) {
    expect(await postReply({ ...form, action: `${baseURL}${path}` }, fields, "198.18.200.1"), path).toBe(400)
  }
  // As a script of the desk would name it: this one Next used to pass on by itself, as a visitor from 127.0.0.1.
  const id = builtActions().find(({ name }) => name.endsWith("#postCommentAction"))?.id ?? ""
  for (const path of ["/sign-in", "/desk/comments", "/setup/1-aaaaaaaaaaaaaaaaaaaaaa"]) {
    const body = new FormData()
    for (const [name, value] of [...form.hidden, ...Object.entries(fields)]) body.append(`_1_${name}`, value)
    body.append("0", '[{"status":"idle"},"$K1"]')
    const headers = { "next-action": id, origin: baseURL ?? "", "x-forwarded-for": "198.18.200.1" }
    const response = await fetch(`${baseURL}${path}`, { method: "POST", body, headers, redirect: "manual" })
    expect(response.status, path).toBe(400)
    expect(await response.text()).toContain("That form belongs to another page")
  }
  expect(await db.$count(comments, like(comments.body, `${words}%`))).toBe(0)

  const answer = await fetch(`${baseURL}/newsletter`, {
    method: "POST",
    body: formOf([...form.hidden, ...Object.entries(fields)]),
    headers: { origin: baseURL ?? "" },
  })
  expect(await answer.text()).toContain(words)
  expect(await postReply(form, fields, "198.18.200.1")).toBe(303)
})

test("whatever is sent as a form is answered, and never as a fault of ours", async ({ db, baseURL }) => {
  const post = await createPost(db, { slug: `forged-${randomUUID()}` })
  const paths = [
    `/posts/${post.slug}`,
    "/newsletter",
    "/comments/1-aaaaaaaaaaaaaaaaaaaaaa",
    "/comments/prove/a",
    "/sign-in",
    "/setup/a",
    "/desk/comments",
    "/desk/posts/new",
  ]
  const ids = builtActions().map(({ id }) => id)
  let network = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      forgedBodies(ids),
      async (path, { contentType, body, nextAction }) => {
        const response = await fetch(`${baseURL}${path}`, {
          method: "POST",
          body,
          redirect: "manual",
          headers: {
            origin: baseURL ?? "",
            "x-forwarded-for": `198.19.${(network >> 8) % 256}.${network++ % 256}`,
            ...(contentType && { "content-type": contentType }),
            ...(nextAction === undefined ? {} : { "next-action": nextAction }),
          },
        })
        await response.arrayBuffer()
        return response.status < 500
      },
    ),
    { numRuns: 400 },
  )
  expect((await fetch(`${baseURL}/readyz`)).status).toBe(200)
})

test("a script that lies about the page it is on gets a page", async ({ baseURL }) => {
  for (const state of ["nonsense", "%5B%22%22%5D", "%00", "[]"]) {
    const headers = { rsc: "1", "next-router-state-tree": state }
    expect((await fetch(`${baseURL}/sign-in`, { headers })).status, state).toBe(200)
  }
})

test("the framework's own addresses are none of ours", async ({ baseURL }) => {
  const ofAuth = [
    "csrf",
    "providers",
    "session",
    "signin",
    "signout",
    "callback/credentials",
    "error",
    "verify-request",
  ]
  const paths = [
    "/_global-error",
    "/_not-found",
    "/_error",
    "/_app",
    ...ofAuth.map((name) => `/api/auth/${name}`),
  ]
  for (const path of paths) {
    for (const method of ["GET", "POST"]) {
      const response = await fetch(`${baseURL}${path}`, { method, headers: { origin: baseURL ?? "" } })
      expect(response.status, `${method} ${path}`).toBe(404)
      expect(response.headers.get("set-cookie")).toBeNull()
    }
  }
})

test("an operator on this machine reads the metrics, and nobody who comes through the proxy does", async ({
  baseURL,
}) => {
  const text = await (await fetch(`${baseURL}/metrics`)).text()
  for (const thread of ["edge", "app"])
    expect(text).toContain(`nodejs_heap_size_used_bytes{thread="${thread}"}`)
  expect(text).toMatch(/^masthead_requests_total\{kind="operator",status="200"\} \d+$/m)
  const outside = await fetch(`${baseURL}/metrics`, { headers: { "x-forwarded-for": "198.51.100.7" } })
  expect(outside.status).toBe(401)
})

test("whoever finds a hole is told where to write", async ({ baseURL }) => {
  const response = await fetch(`${baseURL}/.well-known/security.txt`)
  expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8")
  const text = await response.text()
  expect(text).toMatch(/^Contact: mailto:\S+@\S+\nExpires: \S+\nPreferred-Languages: en\nCanonical: /)
  expect(text).toContain(`Canonical: ${baseURL}/.well-known/security.txt`)
})

function formOf(fields: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}
