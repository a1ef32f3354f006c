import { randomUUID } from "node:crypto"
import type { Page } from "@playwright/test"
import { eq } from "drizzle-orm"
import type { Database } from "../../db/client.ts"
import { createComment, createPost, createStaff } from "../../db/factories.ts"
import { auditEvents } from "../../db/schema/audit.ts"
import { comments } from "../../db/schema/comments.ts"
import { commentAppeals, commentNotes } from "../../db/schema/moderation.ts"
import { expect, signIn, test } from "../support/fixtures.ts"

for (const scripts of [true, false]) {
  test(`a reader's comment is approved, read by everyone and taken back, with scripts ${scripts ? "on" : "off"}`, async ({
    browser,
    baseURL,
    extraHTTPHeaders,
    reader,
    db,
    axe,
  }) => {
    const post = await createPost(db, { slug: `pool-${randomUUID()}`, title: "The pool opens again" })
    const words = `My daughter learned to dive there. ${randomUUID()}`
    await reader.goto(`/posts/${post.slug}`)
    await reader.getByLabel("Comment *").fill(words)
    await reader.getByLabel("Name *").fill("Marek")
    await reader.getByLabel("Email *").fill(`${randomUUID()}@example.org`)
    await reader.getByRole("button", { name: "Post comment" }).click()
    await expect(reader.getByText("Your comment is awaiting moderation.")).toBeVisible()

    const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: scripts })
    await signIn(db, context, ["moderator"])
    const queue = await context.newPage()
    const errors = listenForErrors(queue)
    await openQueueAt(queue, await commentId(db, words))
    const card = queue
      .getByRole("article", { name: "Marek on The pool opens again" })
      .filter({ hasText: words })
    await expect(card).not.toContainText("@example.org")
    await card.getByRole("button", { name: "Approve" }).click()
    await expect(card).toContainText("Approved by")
    await expect(card.getByRole("button", { name: "Undo" })).toBeEnabled()
    await expect(card.getByRole("link", { name: "See it on the page" })).toBeVisible()
    if (scripts) await axe(queue)

    await reader.goto(`/posts/${post.slug}`)
    await expect(reader.getByRole("article").filter({ hasText: words })).toBeVisible()

    await card.getByRole("button", { name: "Undo" }).click()
    await expect(card.getByRole("button", { name: "Approve" })).toBeVisible()
    await expect(card).toContainText("Undone")
    await reader.reload()
    await expect(reader.getByText(words)).toHaveCount(0)

    await card.getByRole("button", { name: "Reject" }).click()
    const line = "The timetable is on the town's page."
    if (scripts) {
      const why = queue.getByRole("dialog", { name: "Why reject it?" })
      await expect(why).toBeVisible()
      await axe(queue)
      await queue.keyboard.press("Enter")
      await why.getByLabel("A line to its author").fill(line)
      await why.getByRole("button", { name: "Not true" }).click()
    } else {
      // The browser leads to the reasons, and nothing is sent.
      await expect(card.getByLabel("Reason for rejecting")).toBeFocused()
      await card.getByLabel("Reason for rejecting").selectOption("Not true")
      await card.getByLabel("A line to its author").fill(line)
      await card.getByRole("button", { name: "Reject" }).click()
    }
    await expect(card).toContainText("Rejected by")
    await expect(card).toContainText("Not true")
    await expect(card).toContainText(line)
    // What the card shows at once may be on its way still.
    const id = await commentId(db, words)
    await expect.poll(() => statusOf(db, id)).toBe("rejected")
    await queue.goto(`/desk/comments?status=rejected&story=${post.slug}`)
    await expect(card).toBeVisible()
    expect(errors).toEqual([])
    await context.close()
  })
}

test("a moderator works through the queue without a mouse", async ({ desk, signInAs, db }) => {
  await signInAs("moderator")
  const post = await createPost(db, { slug: `keys-${randomUUID()}`, title: "Keys" })
  const [first, second, third] = [
    await createComment(db, { postId: post.id, status: "pending", name: "First" }),
    await createComment(db, { postId: post.id, status: "pending", name: "Second" }),
    await createComment(db, { postId: post.id, status: "pending", name: "Third" }),
  ]
  await desk.goto(`/desk/comments?status=waiting&story=${post.slug}`)
  const card = (name: string) => desk.getByRole("article", { name: `${name} on Keys` })
  await expect(desk.getByRole("button", { name: "Keyboard" })).toBeVisible()

  await desk.keyboard.press("j")
  await expect(card("First")).toBeFocused()
  await desk.keyboard.press("a")
  await expect(card("First")).toContainText("Approved by")
  await expect(card("Second")).toBeFocused()
  await expect(desk.getByRole("status")).toHaveText("Approved: First’s comment.")
  await desk.keyboard.press("s")
  await expect(card("Second")).toContainText("Spam by")
  await expect(card("Third")).toBeFocused()
  await desk.keyboard.press("r")
  await expect(desk.getByRole("dialog", { name: "Why reject it?" })).toBeVisible()
  await desk.keyboard.press("2")
  await expect(card("Third")).toContainText("Abusive or insulting")
  // Undo does not have to wait for the answer about what it takes back.
  await desk.keyboard.press("u")
  await expect(card("Third")).toBeFocused()
  await expect(card("Third")).toContainText("Undone")
  await desk.keyboard.press("k")
  await expect(card("Second")).toBeFocused()
  await desk.keyboard.press("?")
  await expect(desk.getByRole("dialog", { name: "Keyboard" })).toBeVisible()
  await desk.keyboard.press("Escape")
  await expect(desk.getByRole("dialog")).toHaveCount(0)

  // The navigation shows how many comments need a decision, whoever has decided.
  await expect.poll(() => desk.evaluate(undecidedTold)).toBe(0)
  expect(await statusOf(db, first.id)).toBe("approved")
  expect(await statusOf(db, second.id)).toBe("spam")
  expect(await statusOf(db, third.id)).toBe("pending")
})

test("every key works from the reasons too, and letters that are typed stay letters", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("moderator")
  const post = await createPost(db, { slug: `more-keys-${randomUUID()}`, title: "More keys" })
  const [first, second] = [
    await createComment(db, { postId: post.id, status: "pending", name: "First" }),
    await createComment(db, { postId: post.id, status: "pending", name: "Second" }),
  ]
  await desk.goto(`/desk/comments?status=waiting&story=${post.slug}`)
  const card = (name: string) => desk.getByRole("article", { name: `${name} on More keys` })
  await expect(desk.getByRole("button", { name: "Keyboard" })).toBeVisible()

  await desk.keyboard.press("j")
  await desk.keyboard.press("x")
  await expect(desk.getByText("1 selected:")).toBeVisible()
  await expect(card("First").getByRole("checkbox")).toBeChecked()

  await desk.keyboard.press("n")
  await expect(card("First").getByLabel("Note for other moderators")).toBeFocused()
  await desk.keyboard.type("ask jas? re: /urban")
  await desk.keyboard.press("Control+Enter")
  await expect(card("First").getByRole("list", { name: "Notes" })).toContainText("ask jas? re: /urban")
  await expect(card("First")).toBeFocused()
  await card("First").getByRole("button", { name: "Take back" }).click()
  await expect(card("First").getByRole("list", { name: "Notes" })).toHaveCount(0)

  await desk.keyboard.press("r")
  await desk.getByLabel("A line to its author").focus()
  await desk.keyboard.type("3 of 5")
  await expect(desk.getByLabel("A line to its author")).toHaveValue("3 of 5")
  await desk.getByRole("button", { name: "Off topic" }).click()
  await expect(card("First")).toContainText("Off topic")
  await expect(card("Second")).toBeFocused()
  await desk.keyboard.press("u")
  await expect(card("First")).toBeFocused()
  await expect(card("First")).toContainText("Undone")

  await desk.keyboard.press("r")
  await desk.keyboard.press("Enter")
  await desk.keyboard.press("ArrowDown")
  await desk.keyboard.press("ArrowDown")
  await desk.keyboard.press("Enter")
  await expect(card("First")).toContainText("Abusive")
  await expect(card("Second")).toBeFocused()
  await desk.keyboard.press("r")
  await desk.keyboard.press("Escape")
  await expect(desk.getByRole("dialog")).toHaveCount(0)
  expect(await statusOf(db, second.id)).toBe("pending")
  await desk.keyboard.press("a")
  // The link is there once the server has agreed.
  await expect(card("Second").getByRole("link", { name: "See it on the page" })).toBeVisible()
  await desk.keyboard.press("e")
  await desk.keyboard.type("Thank you.")
  await desk.keyboard.press("Control+Enter")
  await expect(desk.getByRole("status")).toHaveText("Your reply is on the page.")
  const replies = await db.select().from(comments).where(eq(comments.parentId, second.id))
  expect(replies).toMatchObject([{ body: "Thank you.", status: "approved" }])

  await desk.keyboard.press("/")
  await expect(desk.getByLabel("Words", { exact: true })).toBeFocused()
  await desk.keyboard.type("half a")
  await desk.keyboard.press("Escape")
  await expect(card("Second")).toBeFocused()
  await expect(desk.getByLabel("Words", { exact: true })).toHaveValue("half a")
  await desk.keyboard.press("k")
  await expect(card("First")).toBeFocused()
  await desk.keyboard.press("u")
  await expect(desk.getByRole("status")).toHaveText("Undone: First’s comment.")
  await desk.keyboard.press("u")
  await expect(card("Second")).toBeFocused()
  await expect(desk.getByRole("status")).toHaveText("Undone: Second’s comment.")
  await desk.keyboard.press("u")
  await expect(desk.getByRole("status")).toHaveText("There is nothing to undo about this comment.")
  await desk.keyboard.press("k")
  await desk.keyboard.press("b")
  await expect(desk).toHaveURL(new RegExp(`/desk/comments/bans/new\\?comment=${first.id}$`))
})

for (const scripts of [true, false]) {
  test(`notes, replies, searches and appeals work with scripts ${scripts ? "on" : "off"}`, async ({
    browser,
    baseURL,
    extraHTTPHeaders,
    db,
    axe,
  }) => {
    const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: scripts })
    const ana = await signIn(db, context, ["moderator"])
    const ben = await createStaff(db, { roles: ["moderator"], name: "Ben" })
    const page = await context.newPage()
    const errors = listenForErrors(page)
    const title = `All by hand ${scripts}`
    const post = await createPost(db, { slug: `hand-${randomUUID()}`, title })
    const comment = await createComment(db, {
      postId: post.id,
      status: "pending",
      name: "Marek",
      body: "Spaceships are late again.",
      score: 8.5,
      contributions: [
        { label: "spaceships", weight: 9 },
        { label: "late", weight: -0.5 },
      ],
      findings: [{ check: "links", verdict: "hold", reason: "links", evidence: "3 links" }],
    })
    const refused = await createComment(db, { postId: post.id, status: "rejected", name: "Olga" })
    const [event] = await db
      .insert(auditEvents)
      .values({
        commentId: refused.id,
        staffId: ben.id,
        action: "rejected",
        fromStatus: "pending",
        toStatus: "rejected",
        version: 1,
      })
      .returning()
    await db
      .insert(commentAppeals)
      .values({ commentId: refused.id, eventId: event?.id ?? 0, body: "I only asked a question." })

    await page.goto("/desk/comments")
    await page.getByLabel("Words", { exact: true }).fill("spaceshi LATE")
    await page.getByText("More filters").click()
    await page.getByRole("textbox", { name: "Story" }).fill(title)
    await page.getByLabel("Score at least").fill("2")
    await page.getByLabel("Order").selectOption("most like spam first")
    await page.getByRole("button", { name: "Search" }).click()
    await expect(page).toHaveURL(/words=spaceshi\+LATE/)
    const card = page.getByRole("article", { name: `Marek on ${title}` })
    await expect(page.getByRole("article")).toHaveCount(1)
    await expect(card).toContainText("Looks like spam")
    await expect(card).toContainText("Several links")
    await card.getByText("Looks like spam").click()
    await expect(card.getByRole("row", { name: /Together/ })).toContainText("+8.5")
    if (scripts) await axe(page)

    await card.getByText("Note", { exact: true }).click()
    await card.getByLabel("Note for other moderators").fill("Ben knows <i>him</i>.")
    await card.getByRole("button", { name: "Keep note" }).click()
    await expect(card.getByRole("list", { name: "Notes" })).toContainText("Ben knows <i>him</i>.")
    await expect(page).toHaveURL(/words=spaceshi/)

    await card.getByText("Reply", { exact: true }).click()
    // A reply that shows nothing is refused, and approves nothing.
    await card.getByLabel("Reply as staff").fill("\u00a0\u200b")
    await card.getByRole("button", { name: "Approve and reply" }).click()
    await expect(card.getByRole("alert")).toContainText("Write your reply.")
    expect(await statusOf(db, comment.id)).toBe("pending")
    await card.getByLabel("Reply as staff").fill("We have asked.")
    await card.getByRole("button", { name: "Approve and reply" }).click()
    await expect(card).toContainText("Approved by")
    await expect(page).toHaveURL(/words=spaceshi/)
    if (scripts) await expect(card).toContainText("Approved, and your reply is on the page.")
    await expect
      .poll(async () => db.select().from(comments).where(eq(comments.parentId, comment.id)))
      .toMatchObject([{ body: "We have asked.", staffId: ana.id, status: "approved" }])

    await page.goto(`/desk/comments?status=appeals&story=${post.slug}`)
    const appealed = page.getByRole("article", { name: `Olga on ${title}` })
    await expect(appealed.getByRole("region", { name: "Appeal" })).toContainText("I only asked a question.")
    if (scripts) await axe(page)
    // Nothing beside the two answers, but under More.
    await expect(appealed.getByRole("button", { name: /^(Approve|Reject|Spam|Undo)$/ })).toHaveCount(0)
    await appealed.getByText("More", { exact: true }).click()
    await expect(appealed.getByRole("button", { name: /^(Spam|Undo)$/ })).toHaveText(["Spam", "Undo"])
    await appealed.getByText("More", { exact: true }).click()
    await appealed.getByRole("button", { name: "Deny" }).click()
    await expect(appealed).toContainText("appeal denied by")
    await appealed.getByRole("button", { name: "Undo" }).click()
    await expect(appealed.getByRole("region", { name: "Appeal" })).toContainText("I only asked a question.")
    await appealed.getByRole("button", { name: "Grant" }).click()
    await expect(appealed).toContainText("Approved by")
    await expect.poll(() => statusOf(db, refused.id)).toBe("approved")

    await page.getByRole("checkbox", { name: "Select Olga’s comment" }).check()
    await page.getByRole("button", { name: "Spam…" }).click()
    await expect(page).toHaveURL(new RegExp(`/desk/comments/bulk\\?ids=${refused.id}&decision=spam$`))
    expect(errors.filter((error) => !/404/.test(error))).toEqual([])
    await context.close()
  })
}

test("the moderator who comes second is told who decided what", async ({
  desk,
  signInAs,
  db,
  browser,
  baseURL,
  extraHTTPHeaders,
}) => {
  const ben = await signInAs("moderator")
  const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: false })
  const ana = await signIn(db, context, ["moderator"])
  const anas = await context.newPage()
  // Otherwise the news would be there before the hand.
  await desk.route("**/desk/comments/live*", (route) => route.abort())
  const post = await createPost(db, { slug: `two-${randomUUID()}`, title: "Two at once" })
  const comment = await createComment(db, { postId: post.id, status: "pending", name: "Marek" })
  for (const page of [desk, anas]) await openQueueAt(page, comment.id)
  const named = { name: "Marek on Two at once" }

  await anas.getByRole("article", named).getByRole("button", { name: "Approve" }).click()
  await expect(anas.getByRole("article", named)).toContainText("Approved by")
  await desk.getByRole("article", named).getByRole("button", { name: "Reject" }).click()
  await desk.getByRole("button", { name: "Off topic" }).click()
  await expect(desk.getByRole("article", named).getByRole("alert")).toHaveText(
    `${ana.name} approved this a moment ago.`,
  )

  expect(await statusOf(db, comment.id)).toBe("approved")
  const events = await db.select().from(auditEvents).where(eq(auditEvents.commentId, comment.id))
  expect(events.map((event) => event.staffId)).toEqual([ana.id])
  expect(ben.id).not.toBe(ana.id)
  await context.close()
})

test("text that was changed meanwhile is shown anew instead of decided", async ({ desk, signInAs, db }) => {
  await signInAs("moderator")
  const post = await createPost(db, { slug: `edited-${randomUUID()}`, title: "Edited" })
  const comment = await createComment(db, { postId: post.id, status: "pending", body: "What was read." })
  await openQueueAt(desk, comment.id)
  await db
    .update(comments)
    .set({ body: "What was slipped in.", version: 2 })
    .where(eq(comments.id, comment.id))
  const card = desk.getByRole("article").filter({ has: desk.getByText(/^What was/) })
  await card.getByRole("button", { name: "Approve" }).click()
  await expect(card.getByRole("alert")).toContainText("The text has changed meanwhile.")
  await expect(card).toContainText("What was slipped in.")
  expect(await statusOf(db, comment.id)).toBe("pending")
})

test("what a spammer typed stays text at the desk", async ({ desk, signInAs, db, axe }) => {
  await signInAs("moderator")
  const post = await createPost(db, { slug: `hostile-${randomUUID()}`, title: "<b>Bold</b> title" })
  const comment = await createComment(db, {
    postId: post.id,
    status: "pending",
    name: '<img src=x onerror="document.title=1">',
    website: "javascript:alert(1)",
    body: "</script><script>document.title=1</script> https://spam.example/ \u202Egnp.exe",
    score: 1,
    contributions: [{ label: "<img src=y onerror=document.title=1>", weight: 1 }],
    findings: [
      { check: "words", verdict: "hold", reason: "<b>odd", evidence: "<svg onload=document.title=1>" },
    ],
  })
  const staff = await createStaff(db, { name: "<i>Ben</i>", roles: ["moderator"] })
  const note = '<img src=z onerror="document.title=1">'
  await db.insert(commentNotes).values({ commentId: comment.id, staffId: staff.id, body: note })
  const errors = listenForErrors(desk)
  await openQueueAt(desk, comment.id)
  const card = desk.getByRole("article").filter({ hasText: "spam.example" })
  await expect(card).toContainText("javascript:alert(1)")
  // Links lead to the story and to pages of the desk, none where somebody else wants.
  const links = await card.locator("a").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""))
  expect(
    links.filter((href) => href !== `/posts/${post.slug}` && !href.startsWith("/desk/comments/")),
  ).toEqual([])
  await expect(card).toContainText(note)
  expect(await card.locator("img, script, svg[onload]").count()).toBe(0)
  await axe(desk)
  await desk.goto(`/desk/comments?words=${encodeURIComponent('"><img src=q onerror=document.title=1>')}`)
  await expect(desk.getByLabel("Words", { exact: true })).toHaveValue(
    '"><img src=q onerror=document.title=1>',
  )
  expect(await desk.locator("main img").count()).toBe(0)
  expect(await desk.title()).not.toBe("1")
  expect(errors).toEqual([])
})

test("writers, editors and strangers do not see the queue", async ({ desk, signInAs, browser, baseURL }) => {
  await signInAs("writer", "editor")
  const answer = await desk.goto("/desk/comments")
  expect(answer?.status()).toBe(403)
  const stranger = await browser.newPage({ baseURL })
  await stranger.goto("/desk/comments")
  await expect(stranger).toHaveURL(/\/sign-in/)
  await stranger.close()
})

/** The queue from this comment on: other tests fill the same queue at the same time. */
async function openQueueAt(page: Page, id: number) {
  await page.goto(`/desk/comments?status=waiting&after=${id - 1}`)
}

/** How far the number beside the room's name is from the true one. */
async function undecidedTold(): Promise<number> {
  const { counts } = await (await fetch("/desk/comments/live")).json()
  const room = document.querySelector("nav[aria-label=Desk] a[href='/desk/comments']")
  return Number(room?.textContent?.replace(/\D/g, "")) - counts.undecided
}

async function commentId(db: Database, body: string): Promise<number> {
  const [row] = await db.select({ id: comments.id }).from(comments).where(eq(comments.body, body))
  return row?.id ?? 0
}

async function statusOf(db: Database, id: number): Promise<string | undefined> {
  const [row] = await db.select({ status: comments.status }).from(comments).where(eq(comments.id, id))
  return row?.status
}

function listenForErrors(page: Page): string[] {
  const errors: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text())
  })
  page.on("pageerror", (error) => errors.push(error.message))
  return errors
}
