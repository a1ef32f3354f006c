import { randomBytes, randomUUID } from "node:crypto"
import http from "node:http"
import type { APIRequestContext, APIResponse, Page, PlaywrightWorkerArgs } from "@playwright/test"
import { eq } from "drizzle-orm"
import { Secret, TOTP } from "otpauth"
import sharp from "sharp"
import type { Database } from "../../db/client.ts"
import { createAuthor, createComment, createPageRow, createPost, createRevision } from "../../db/factories.ts"
import { totpSecrets } from "../../db/schema/credentials.ts"
import { media } from "../../db/schema/media.ts"
import { postPreviewLinks } from "../../db/schema/post-preview-links.ts"
import { posts, tags } from "../../db/schema/posts.ts"
import { hashPassword } from "../../lib/auth/password.ts"
import { encodeSession, sessionCookieName } from "../../lib/auth/session-cookie.ts"
import type { AccountOwner } from "../../lib/auth/staff.ts"
import { makeStaffLink } from "../../lib/auth/staff-links.ts"
import { askForNewPasskey } from "../../lib/credentials/ask-passkey.ts"
import { addPasskey } from "../../lib/credentials/passkeys.ts"
import { openTotpKey } from "../../lib/credentials/totp.ts"
import { beginTotp, confirmTotp } from "../../lib/credentials/totp-setup.ts"
import { passwordOfStaff } from "./access.ts"
import { createOwner } from "./as-owner.ts"
import { Authenticator } from "./authenticator.ts"
import { builtActions } from "./build.ts"
import { callAsForm, callAsScript } from "./calls.ts"

/** How an admin puts an end to what somebody may do. */
export type Ending = "suspended" | "signed out everywhere" | "made a writer"

type Tools = {
  db: Database
  playwright: PlaywrightWorkerArgs["playwright"]
  baseURL: string
  network: Record<string, string>
  /** A page of a browser in which the person is signed in. */
  page: Page
}

export type Person = Tools & {
  owner: AccountOwner
  cookie: string
  authenticator: Authenticator
  totpKey: string
}

/** What an editor had under way; `goOn` tells whether it still does what it did. */
export type Thing = {
  /** After which endings it goes on all the same: what it needs was not taken away. */
  lasts: Ending[]
  begin: (person: Person) => Promise<() => Promise<boolean>>
}

/** An editor who moderates, too, with a byline, a password, a passkey and an authenticator app, signed in. */
export async function anEditorWithAll(tools: Tools): Promise<Person> {
  const { db } = tools
  const author = await createAuthor(db, { name: `Edda Marsh ${randomUUID()}` })
  const owner = await createOwner(db, {
    roles: ["editor", "moderator"],
    name: author.name,
    authorId: author.id,
    email: `${randomUUID()}@example.org`,
    passwordHash: await hashPassword(passwordOfStaff),
  })
  await beginTotp(owner)
  const [held] = await db.select().from(totpSecrets).where(eq(totpSecrets.staffId, owner.id))
  const totpKey = openTotpKey(held?.secretSealed ?? Buffer.alloc(0))
  const on = await confirmTotp(owner, codeOf(totpKey))
  const authenticator = new Authenticator()
  const response = authenticator.register(await askForNewPasskey(owner, "The Paper"))
  const added = await addPasskey(owner, { name: "Key", response })
  if (!on.ok || !added.ok) throw new Error("The second factors were not set up.")
  const value = await encodeSession(owner.sessionId)
  const url = tools.baseURL
  await tools.page.context().addCookies([{ name: sessionCookieName(), value, url }])
  return { ...tools, owner, authenticator, totpKey, cookie: `${sessionCookieName()}=${value}` }
}

/** The code of now, or of the next half minute: the one before was used to turn the app on. */
export function codeOf(key: string, later = 0): string {
  return new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + later * 30_000 })
}

/** Sends what a script on the page would send. */
export function send(
  visitor: APIRequestContext,
  person: Pick<Person, "owner" | "baseURL">,
  { name, page, fields }: { name: string; page: string; fields: Record<string, string> },
): Promise<APIResponse> {
  const form = () => ({ renderedFor: String(person.owner.id), ...fields })
  const isStateful = !/posts\/actions/.test(name)
  const action = { may: [], page: () => page, form, ...(isStateful && { stateful: true as const }) }
  const { id = "" } = builtActions().find((one) => one.name === name) ?? {}
  if (!id) throw new Error(`The build has no ${name}.`)
  return callAsScript(visitor, { id, page, action, made: {} as never, origin: person.baseURL })
}

/** A browser that nobody has signed in to. */
export function strangersBrowser({ playwright, baseURL, network }: Person): Promise<APIRequestContext> {
  return playwright.request.newContext({ baseURL, extraHTTPHeaders: network })
}

function ownBrowser({ playwright, baseURL, network, cookie }: Person): Promise<APIRequestContext> {
  return playwright.request.newContext({ baseURL, extraHTTPHeaders: { ...network, cookie } })
}

/** Whether an answer leads to the desk, or to the second step in front of it. */
function letsIn(answer: APIResponse): boolean {
  const { location = "", "x-action-redirect": led = "" } = answer.headers()
  return /^\/(desk|sign-in\/second-factor)/.test((location || led).replace(/^https?:\/\/[^/]+/, ""))
}

/** Gives the password, after which the second factor is asked for. */
export async function givePassword(visitor: APIRequestContext, person: Person): Promise<APIResponse> {
  const fields = { email: person.owner.email, password: passwordOfStaff, next: "" }
  return send(visitor, person, { name: "app/sign-in/actions.ts#signInAction", page: "/sign-in", fields })
}

/** Gives a code of the app. Answers whether it led to the desk. */
export async function giveCode(visitor: APIRequestContext, person: Person, later: number): Promise<boolean> {
  const answer = await send(visitor, person, {
    name: "app/sign-in/second-factor/actions.ts#secondStepAction",
    page: "/sign-in/second-factor",
    fields: { intent: "code", code: codeOf(person.totpKey, later), next: "" },
  })
  return letsIn(answer)
}

function draftOf({ owner, db }: Person) {
  return createPost(db, {
    title: `Begun ${randomUUID()}`,
    slug: `begun-${randomUUID()}`,
    createdBy: owner.id,
    authorId: owner.authorId ?? undefined,
    status: "draft",
    publishedAt: null,
  })
}

async function isPublished({ db }: Person, id: number): Promise<boolean> {
  const [row] = await db.select({ status: posts.status }).from(posts).where(eq(posts.id, id))
  return row?.status === "published"
}

/** Whether a page of the desk is shown. */
const pageAt = (path: (person: Person) => Promise<string>): Thing["begin"] => {
  return async (person) => {
    const address = await path(person)
    const visitor = await ownBrowser(person)
    const look = async () => (await visitor.get(address, { maxRedirects: 0 })).status() === 200
    if (!(await look())) throw new Error(`${address} was not shown.`)
    return look
  }
}

/** All that somebody at the desk can have under way when they are put out of it. */
export const leftOpen: Record<string, Thing> = {
  "a story in an open tab, published there": {
    lasts: [],
    begin: async (person) => {
      const { id } = await draftOf(person)
      const { page } = person
      await page.goto(`/desk/posts/${id}`)
      // A field that scripts take over while it is filled in keeps no selection.
      await page.getByRole("textbox", { name: "Body" }).waitFor()
      const words = `Typed too late ${randomUUID()}`
      await page.getByLabel("Title").fill(words)
      return async () => {
        await page.getByRole("button", { name: "Publish" }).click()
        await page
          .getByText(/signed out|not published|not saved|Saved at|Published/i)
          .first()
          .waitFor()
        // What was typed is not lost.
        if ((await page.getByLabel("Title").inputValue()) !== words) throw new Error("The words are gone.")
        return isPublished(person, id)
      }
    },
  },
  "a server action that is sent by itself": {
    lasts: [],
    begin: async (person) => {
      const { id, version, title } = await draftOf(person)
      const visitor = await ownBrowser(person)
      const body = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: title }] }] }
      const typed = { title, standfirst: "", slug: "", tags: "", picture: "", pictureAlt: "" }
      const fields = {
        ...typed,
        id: String(id),
        version: String(version),
        intent: "publish",
        commentMode: "open",
        body: JSON.stringify(body),
      }
      return async () => {
        const page = `/desk/posts/${id}`
        await send(visitor, person, { name: "app/desk/posts/actions.ts#saveStoryAction", page, fields })
        return isPublished(person, id)
      }
    },
  },
  "a form that is sent without scripts": {
    lasts: [],
    begin: async (person) => {
      const { db, owner, baseURL } = person
      const [tag] = await db.insert(tags).values({ slug: randomUUID(), name: randomUUID() }).returning()
      const visitor = await ownBrowser(person)
      const name = "app/desk/tags/actions.ts#changeTagAction"
      const { id = "" } = builtActions().find((one) => one.name === name) ?? {}
      const page = `/desk/tags/${tag?.id}`
      const words = `Renamed ${randomUUID()}`
      const fields = {
        tag: String(tag?.id),
        name: words,
        slug: tag?.slug ?? "",
        description: "",
        position: "",
      }
      const form = () => ({ renderedFor: String(owner.id), ...fields })
      const action = { may: [], page: () => page, form, stateful: true as const }
      return async () => {
        await callAsForm(visitor, { id, page, action, made: {} as never, origin: baseURL })
        return (await db.$count(tags, eq(tags.name, words))) === 1
      }
    },
  },
  "the live queue of comments": { lasts: [], begin: listenToQueue },
  "the preview of a story": {
    // Of their own, which a writer may see.
    lasts: ["made a writer"],
    begin: pageAt(async (person) => `/desk/posts/${(await draftOf(person)).id}/preview`),
  },
  "the preview of a story in a frame": {
    lasts: ["made a writer"],
    begin: pageAt(async (person) => `/desk/posts/${(await draftOf(person)).id}/preview/document`),
  },
  "the versions of a story": {
    lasts: ["made a writer"],
    begin: pageAt(async (person) => `/desk/posts/${(await draftOf(person)).id}/revisions`),
  },
  "two versions of a story side by side": {
    lasts: ["made a writer"],
    begin: pageAt(async (person) => {
      const story = await draftOf(person)
      const from = await createRevision(person.db, { ...story, title: "As it was" })
      const to = await createRevision(person.db, story)
      return `/desk/posts/${story.id}/revisions/compare?from=${from.id}&to=${to.id}`
    }),
  },
  "the preview links of a story": {
    lasts: ["made a writer"],
    begin: pageAt(async (person) => `/desk/posts/${(await draftOf(person)).id}/share`),
  },
  "the dates of a story": {
    lasts: [],
    begin: pageAt(async (person) => `/desk/posts/${(await draftOf(person)).id}/dates`),
  },
  "a preview link that they have given to somebody outside": {
    // It works while the person who made it is active and may see the story.
    lasts: ["signed out everywhere", "made a writer"],
    begin: async (person) => {
      const { id } = await draftOf(person)
      const shared = await send(await ownBrowser(person), person, {
        name: "app/desk/posts/[id]/share/actions.ts#sharePreviewAction",
        page: `/desk/posts/${id}/share`,
        fields: { post: String(id), days: "1" },
      })
      const [path = ""] = /\/preview\/[\w-]+/.exec(await shared.text()) ?? []
      const outside = await strangersBrowser(person)
      const look = async () => (await outside.get(path)).status() === 200
      if (!path || !(await look())) throw new Error("The link opened nothing.")
      return look
    },
  },
  "a preview link that they are about to make": {
    lasts: ["made a writer"],
    begin: async (person) => {
      const { id } = await draftOf(person)
      const visitor = await ownBrowser(person)
      return async () => {
        await send(visitor, person, {
          name: "app/desk/posts/[id]/share/actions.ts#sharePreviewAction",
          page: `/desk/posts/${id}/share`,
          fields: { post: String(id), days: "1" },
        })
        return (await person.db.$count(postPreviewLinks, eq(postPreviewLinks.postId, id))) > 0
      }
    },
  },
  "a date that they are about to set": {
    lasts: [],
    begin: async (person) => {
      const { id } = await draftOf(person)
      const visitor = await ownBrowser(person)
      return async () => {
        await send(visitor, person, {
          name: "app/desk/posts/[id]/dates/actions.ts#setDateAction",
          page: `/desk/posts/${id}/dates`,
          fields: { post: String(id), date: "2026-01-05T08:00" },
        })
        const [row] = await person.db.select({ at: posts.dateShown }).from(posts).where(eq(posts.id, id))
        return row?.at != null
      }
    },
  },
  "the preview of a page": {
    lasts: [],
    begin: pageAt(async ({ db }) => {
      const { id } = await createPageRow(db, { status: "draft", publishedAt: null, slug: randomUUID() })
      return `/desk/pages/${id}/preview`
    }),
  },
  "the preview of the front page": { lasts: [], begin: pageAt(async () => "/desk/front-page/preview") },
  "their own account": { lasts: ["made a writer"], begin: pageAt(async () => "/desk/me") },
  "a picture that is being sent": { lasts: ["made a writer"], begin: uploadHalf },
  "a sign-in link in their mailbox": {
    lasts: ["made a writer"],
    begin: async (person) => {
      const link = await makeStaffLink(person.db, { purpose: "sign_in", staffId: person.owner.id })
      const token = link.split("/").at(-1) ?? ""
      const visitor = await strangersBrowser(person)
      const name = "app/setup/[token]/actions.ts#signInByLinkAction"
      return async () =>
        letsIn(await send(visitor, person, { name, page: `/setup/${token}`, fields: { token } }))
    },
  },
  "a passkey that is asked for at sign-in": {
    // Somebody who is signed out may sign in again; only a suspension ends the challenge.
    lasts: ["signed out everywhere", "made a writer"],
    begin: async (person) => {
      const visitor = await strangersBrowser(person)
      const at = { name: "app/sign-in/actions.ts#signInWithPasskeyAction", page: "/sign-in" }
      const asked = await send(visitor, person, { ...at, fields: { intent: "ask" } })
      const response = JSON.stringify(person.authenticator.sign(await challengeIn(asked)))
      return async () =>
        letsIn(await send(visitor, person, { ...at, fields: { intent: "finish", response, next: "" } }))
    },
  },
  "a passkey that is being added": {
    lasts: ["made a writer"],
    begin: async (person) => {
      const visitor = await ownBrowser(person)
      const at = { name: "app/desk/me/actions.ts#passkeyAction", page: "/desk/me" }
      const asked = await send(visitor, person, { ...at, fields: { intent: "ask", name: "Another" } })
      const response = JSON.stringify(new Authenticator().register(await challengeIn(asked)))
      return async () => {
        const fields = { intent: "finish", name: "Another", response }
        const answer = await send(visitor, person, { ...at, fields })
        return (await answer.text()).includes("The passkey is added")
      }
    },
  },
  "a second step that waits": {
    lasts: ["made a writer"],
    begin: async (person) => {
      const visitor = await strangersBrowser(person)
      if (!letsIn(await givePassword(visitor, person))) throw new Error("No second step was asked for.")
      return () => giveCode(visitor, person, 1)
    },
  },
}

async function challengeIn(answer: APIResponse) {
  const [, challenge = ""] = /"challenge":"([\w-]+)"/.exec(await answer.text()) ?? []
  if (!challenge) throw new Error("No challenge was made.")
  return { challenge, rpId: "localhost", rp: { id: "localhost" } }
}

/**
 * Listens to the queue. It goes on where more than one beat of the line comes before it ends: without being told, an
 * instance looks at the session at every third.
 */
async function listenToQueue({ db, baseURL, network, cookie }: Person) {
  await createComment(db, { postId: (await createPost(db)).id, status: "pending" })
  const headers = { ...network, cookie, accept: "text/event-stream" }
  const answer = await fetch(`${baseURL}/desk/comments/live`, { headers })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  const first = await reader?.read()
  if (answer.status !== 200 || first?.done !== false) throw new Error("The queue was not heard.")
  return async () => {
    let heard = ""
    while (heard.split("still here").length < 3) {
      const next = await reader?.read()
      if (!next || next.done) return false
      heard += next.value
    }
    await reader?.cancel()
    return true
  }
}

/** Sends the first half of a picture; the second half follows later. */
async function uploadHalf({ db, owner, baseURL, network, cookie }: Person) {
  const noise = randomBytes(600 * 400 * 3)
  const file = await sharp(noise, { raw: { width: 600, height: 400, channels: 3 } })
    .png()
    .toBuffer()
  const end = (name: string) => `\r\n--half\r\ncontent-disposition: form-data; name="${name}"`
  const headers = {
    ...network,
    cookie,
    origin: baseURL,
    accept: "application/json",
    "content-type": "multipart/form-data; boundary=half",
  }
  const request = http.request(`${baseURL}/desk/media/upload`, { method: "POST", headers })
  const ended = new Promise<void>((resolve) => {
    request.on("response", (answer) => answer.resume().on("close", resolve))
    request.on("error", () => resolve())
  })
  request.write(`${end("file").slice(2)}; filename="late.png"\r\ncontent-type: image/png\r\n\r\n`)
  await new Promise((resolve) => request.write(file.subarray(0, file.length / 2), resolve))
  return async () => {
    request.write(file.subarray(file.length / 2))
    request.end(`${end("renderedFor")}\r\n\r\n${owner.id}\r\n--half--\r\n`)
    await ended
    return (await db.$count(media, eq(media.uploadedBy, owner.id))) === 1
  }
}
