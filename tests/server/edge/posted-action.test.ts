import fc from "fast-check"
import { describe, expect, test, vi } from "vitest"
import { ActionTable, arity } from "../../../server/edge/action-table.ts"
import { type Judged, judgeAction } from "../../../server/edge/posted-action.ts"

/** An action of a form alone, one that takes the form's last answer first, and one with a text bound to it. */
const plain = `40${"a".repeat(40)}`
const stateful = `60${"b".repeat(40)}`
const bound = `70${"c".repeat(40)}`
const older = `60${"d".repeat(40)}`
const table = new ActionTable(new Map([plain, stateful, bound].map((id) => [id, new Set(["/here"])])))
const state = { status: "refused", errors: {}, values: { comment: "$$5, please" }, message: "$undefined" }

test("an action's id tells how many arguments it takes", () => {
  expect([plain, stateful, bound, "7f", "00"].map(arity)).toEqual([1, 2, 3, 6, 0])
})

describe("a form without scripts", () => {
  test.each([
    ["names an action", { [`$ACTION_ID_${plain}`]: "" }],
    ["brings its last answer", reference(stateful, [state])],
    ["brings what the page bound to it", reference(bound, ["a token", { status: "idle" }])],
    ["is older than the build", reference(older, [1, 2, 3])],
    ["names no action", { comment: "hello" }],
  ])("that %s is taken", async (_, fields) => {
    expect(await judge(fields)).not.toHaveProperty("fault")
  })

  test.each([
    [{ [`$ACTION_ID_${plain}`]: "" }],
    [reference(stateful, [state])],
    [{ ...reference(older, [state]), [`$ACTION_ID_${plain}`]: "" }],
  ])("is refused on a page that does not have its action (%#)", async (fields) => {
    for (const page of ["/there", undefined]) {
      expect(await judge(fields, { page })).toEqual({ fault: "elsewhere" })
    }
  })

  test.each([
    ["no arguments", { [`$ACTION_ID_${stateful}`]: "" }],
    ["too few", reference(bound, [{}])],
    ["too many", reference(stateful, ["a", {}])],
    ["no answer", reference(stateful, ["idle"])],
    ["a list for an answer", reference(stateful, [[]])],
    ["an object where a text was bound", reference(bound, [{}, {}])],
    ["a promise", reference(stateful, [{ later: "$@1" }])],
    ["another action", reference(stateful, [{ action: "$h1" }])],
    ["a map", reference(stateful, [{ a: "$Q2" }])],
    ["a reference to nothing", reference(stateful, [{ a: "$1:0:b" }])],
    ["a reference through a prototype", reference(stateful, [{ a: "$1:constructor" }])],
    ["arguments that are not JSON", { ...reference(stateful, []), "$ACTION_1:1": "[{" }],
    ["no JSON at all", { ...reference(stateful, [{}]), "$ACTION_1:0": "x" }],
    [
      "an id twice",
      { ...reference(stateful, [{}]), "$ACTION_1:0": `{"id":"${plain}","bound":"$@1","id":"${stateful}"}` },
    ],
    ["nothing behind its reference", { $ACTION_REF_1: "" }],
    [
      "deep nesting",
      { ...reference(stateful, []), "$ACTION_1:1": `[{"a":${"[".repeat(40)}${"]".repeat(40)}}]` },
    ],
  ])("with %s is refused before Next reads it", async (_, fields) => {
    expect(await judge(fields)).toEqual({ fault: "unreadable" })
  })

  test.each([
    ["of two actions and one more", 3, (n: number) => `$ACTION_REF_${n}`],
    ["that names one action again and again", 120, () => "$ACTION_REF_1"],
  ])("%s is refused before what it names is read", async (_, times, name) => {
    const read = vi.spyOn(JSON, "parse")
    const fields: [string, string][] = Array.from({ length: times }, (_, n) => [name(n + 1), ""])
    const [reference0, arguments1] = Object.entries(reference(stateful, [{}]).valueOf()).slice(-2)
    const body = [...fields, reference0, arguments1] as [string, string][]
    expect(await judge(body)).toEqual({ fault: "unreadable" })
    expect(read).not.toHaveBeenCalled()
    read.mockRestore()
  })

  test.each([
    "multipart/form-data; xboundary=zz; boundary=b",
    "multipart/form-data; boundary=b; charset=utf-8",
    "multipart/form-data; boundary=b; boundary=c",
    "Multipart/Form-Data; boundary=b",
    "multipart/form-data",
    "application/x-www-form-urlencoded",
    "text/plain",
    "",
  ])("in the type '%s' is refused, since the number of its parts could not be told", async (contentType) => {
    const body = Buffer.from('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n--b--\r\n')
    expect(await judgeAction(table, { page: "/here", contentType, body })).toEqual({ fault: "unreadable" })
  })

  test("may bring one object twice, as React writes it", async () => {
    expect(await judge(reference(stateful, [{ a: { b: 1 }, c: "$1:0:a" }]))).not.toHaveProperty("fault")
  })
})

describe("a call by a script", () => {
  const call = (args: unknown[], scriptAction: string, page = "/here") =>
    judge(
      [
        ["_1_comment", "hello"],
        ["0", JSON.stringify(args)],
      ],
      { scriptAction, page },
    )

  test.each([
    [plain, ["$K1"]],
    [stateful, [{ at: "$D2026-11-27T15:00:00.000Z", same: { a: 1 }, twice: "$0:0:same" }, "$K1"]],
    [bound, ["a token", state, "$K1"]],
  ])("of %s is taken, and reaches Next as it was read here", async (id, args) => {
    const judged = await call(args, id)
    if ("fault" in judged) throw new Error(judged.fault)
    const headers = { "content-type": judged.contentType }
    const form = await new Response(new Uint8Array(judged.body), { headers }).formData()
    expect([...form]).toEqual([
      ["_1_comment", "hello"],
      ["0", JSON.stringify(args)],
    ])
  })

  test.each([
    [plain, []],
    [plain, [null]],
    [plain, ["$K1", "$K1"]],
    [plain, ["$K2"]],
    [stateful, ["$K1"]],
    [stateful, ["$K1", {}]],
    [stateful, [{ a: "$h1" }, "$K1"]],
    [bound, [{}, {}, "$K1"]],
  ])("of %s with %j is refused", async (id, args) => {
    expect(await call(args, id)).toEqual({ fault: "unreadable" })
  })

  test("is refused on another page, in another type, and with rows of its own", async () => {
    expect(await call(["$K1"], plain, "/there")).toEqual({ fault: "elsewhere" })
    const fields = { "0": '["$K1"]', "1": '"$h0"' }
    expect(await judge(fields, { scriptAction: plain })).toEqual({ fault: "unreadable" })
    const posted = { page: "/here", scriptAction: plain, body: Buffer.from('["$K1"]') }
    for (const contentType of [
      "text/plain;charset=UTF-8",
      "application/x-www-form-urlencoded",
      "",
      "multipart/form-data",
    ]) {
      expect(await judgeAction(table, { ...posted, contentType })).toEqual({ fault: "unreadable" })
    }
  })
})

test("whoever unsubscribes from a mail program is heard, whatever the body is", async () => {
  const posted = { page: "/newsletter/unsubscribe/[token]", body: Buffer.from("List-Unsubscribe=One-Click") }
  const contentType = "multipart/form-data"
  expect(await judgeAction(table, { ...posted, contentType, toHandler: true })).not.toHaveProperty("fault")
  expect(await judgeAction(table, { ...posted, contentType })).toEqual({ fault: "unreadable" })
})

test("whatever bytes are sent as a form, they are judged and nothing throws", async () => {
  const type = fc.constantFrom(
    "multipart/form-data",
    "multipart/form-data; boundary=b",
    "Multipart/Form-Data; boundary=b",
    "text/plain",
  )
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc
      .tuple(fc.string(), fc.string())
      .map(([name, value]) =>
        Buffer.from(`--b\r\nContent-Disposition: form-data; name="$ACTION_${name}"\r\n\r\n${value}\r\n--b--`),
      ),
  )
  const scriptAction = fc.constantFrom(undefined, plain, older, "toString", "__proto__", "")
  await fc.assert(
    fc.asyncProperty(type, body, scriptAction, async (contentType, bytes, id) => {
      const judged = await judgeAction(table, { page: "/here", contentType, body: bytes, scriptAction: id })
      if (id === plain) expect(judged).toEqual({ fault: "unreadable" })
    }),
    { numRuns: 500 },
  )
})

/** How a form names its action and what is bound to it. */
function reference(id: string, args: unknown[]): Record<string, string> {
  return {
    $ACTION_REF_1: "",
    "$ACTION_1:0": JSON.stringify({ id, bound: "$@1" }),
    "$ACTION_1:1": JSON.stringify(args),
  }
}

async function judge(
  fields: Record<string, string> | [string, string][],
  given: { page?: string | undefined; scriptAction?: string } = {},
): Promise<Judged> {
  const form = new FormData()
  for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields))
    form.append(name, value)
  const sent = new Response(form)
  return judgeAction(table, {
    page: "page" in given ? given.page : "/here",
    contentType: sent.headers.get("content-type") ?? "",
    body: Buffer.from(await sent.arrayBuffer()),
    scriptAction: given.scriptAction,
  })
}
