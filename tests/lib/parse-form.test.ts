import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { describe, expect, test } from "vitest"
import { z } from "zod"
import { refused } from "@/lib/form-state"
import { formSchema, parseFields, parseForm } from "@/lib/parse-form"

const seen: string[] = []

const letter = formSchema(
  z.object({
    name: z.string().min(1, "Write your name."),
    text: z.string().transform((text) => {
      seen.push(text)
      return text
    }),
    number: z.string().regex(/^\d+$/).optional(),
  }),
  { name: 20, text: { bytes: 10, tooLong: "Ten bytes at most." }, number: 10 },
)

function formOf(...fields: [string, string | File][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value as string)
  return form
}

const again = "This form did not arrive as the page made it. Reload the page and send it again."

test("a field over its bound is refused with its own sentence and never looked at", () => {
  seen.length = 0
  for (const text of ["x".repeat(11), "é".repeat(6), "x".repeat(1_000_000)]) {
    expect(parseForm(letter, formOf(["name", "Ada"], ["text", text]))).toEqual({
      ok: false,
      errors: { text: "Ten bytes at most." },
    })
  }
  expect(seen.join("")).toBe("")
  expect(parseForm(letter, formOf(["name", "Ada"], ["text", "é".repeat(5)]))).toMatchObject({ ok: true })
})

test("whoever sent one field too long hears in the same answer what is wrong with the others", () => {
  expect(parseForm(letter, formOf(["name", ""], ["text", "x".repeat(11)]))).toEqual({
    ok: false,
    errors: { name: "Write your name.", text: "Ten bytes at most." },
  })
})

describe("what is no form of ours is refused with a sentence", () => {
  test.each([
    ["nothing", undefined],
    ["a text", "name=Ada"],
    ["an object", { name: "Ada", text: "Hello" }],
    [
      "something that looks like a form",
      { get: () => "Ada", [Symbol.iterator]: () => [][Symbol.iterator]() },
    ],
    ["another kind of form", new URLSearchParams({ name: "Ada", text: "Hello" })],
  ])("%s", (_, sent) => {
    expect(parseForm(letter, sent)).toEqual({ ok: false, errors: {}, message: again })
    expect(refused(sent, { message: again })).toMatchObject({ status: "refused", values: {} })
  })

  test("a field that is missing, of which the page always sends one", () => {
    expect(parseForm(letter, formOf(["name", "Ada"]))).toEqual({ ok: false, errors: {}, message: again })
  })

  test("more fields than any form has", () => {
    const many = formOf(...Array.from({ length: 10_000 }, (): [string, string] => ["name", "Ada"]))
    expect(parseForm(letter, many)).toEqual({ ok: false, errors: {}, message: again })
  })

  test("a file where text is expected", () => {
    const file = new File(["Hello"], "hello.txt")
    expect(parseForm(letter, formOf(["name", "Ada"], ["text", file]))).toEqual({
      ok: false,
      errors: { text: "Write text here; a file cannot be taken." },
    })
  })
})

test("what the database cannot keep is taken out of every field", () => {
  const parsed = parseForm(letter, formOf(["name", "A\0da\0"], ["text", "\0"]))
  expect(parsed).toEqual({ ok: true, value: { name: "Ada", text: "" } })
  expect(parseFields(letter, { name: "Ada\uD800", text: "" })).toMatchObject({ value: { name: "Ada\uFFFD" } })
})

test("of a field that comes twice the first counts, and a field that nobody declared is not read", () => {
  const form = formOf(["name", "Ada"], ["name", "Eve"], ["text", "x"], ["role", "admin"])
  expect(parseForm(letter, form)).toEqual({ ok: true, value: { name: "Ada", text: "x" } })
})

test("a form without a bound for each of its fields does not compile", () => {
  // @ts-expect-error `email` has no bound.
  formSchema(z.object({ name: z.string(), email: z.string() }), { name: 100 })
  const kinds = z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("a"), one: z.string() }),
    z.object({ kind: z.literal("b"), two: z.string().optional() }),
  ])
  // @ts-expect-error `two` has no bound.
  formSchema(kinds, { kind: 100, one: 100 })
  formSchema(kinds, { kind: 100, one: 100, two: 100 })
})

describe("what was typed comes back when it is refused", () => {
  test("all of it, but for secrets and what React added", () => {
    const form = formOf(
      ["text", "Hello"],
      ["password", "hunter2"],
      ["token", "1-a"],
      ["code", "abcde-fghjk"],
      ["response", "{}"],
      ["$ACTION_KEY", "k"],
    )
    expect(refused(form, { message: "No." })).toEqual({
      status: "refused",
      message: "No.",
      errors: {},
      values: { text: "Hello" },
    })
  })

  test("the longest comment that a form can bring comes back whole", () => {
    const answer = refused(formOf(["comment", "é".repeat(140_000)]), {})
    expect(answer).toMatchObject({ message: undefined, values: { comment: "é".repeat(140_000) } })
  })

  test("of what no page can show again the beginning comes back, and the message says so", () => {
    const answer = refused(formOf(["comment", "🙂".repeat(500_000)], ["name", "Ada"]), {
      message: "Too long.",
    })
    if (answer.status !== "refused") throw new Error("It was not refused.")
    expect(answer.values.comment).toHaveLength(300_000)
    expect(answer.message).toBe(
      "Too long. What you sent was too long to be shown again whole; the form has only its beginning.",
    )
  })

  test("ten thousand fields do not", () => {
    const form = formOf(...Array.from({ length: 10_000 }, (_, at): [string, string] => [`f${at}`, "x"]))
    const answer = refused(form, {})
    expect(answer.status === "refused" && Object.keys(answer.values)).toHaveLength(100)
  })
})

const root = path.join(import.meta.dirname, "../..")

const sources = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "app", "lib"],
  {
    cwd: root,
    encoding: "utf8",
  },
)
  .split("\n")
  .filter((file) => /\.tsx?$/.test(file) && fs.existsSync(path.join(root, file)))
  .map((file) => ({ file, text: fs.readFileSync(path.join(root, file), "utf8") }))

test("no action and no route reads a form by itself, or trusts that it was sent one", () => {
  const edge = [
    "lib/parse-form.ts",
    "lib/parse-rows.ts",
    "lib/form-rows.ts",
    "lib/form-state.ts",
    "lib/small-form.ts",
    // Reads a form as it streams, and hands its fields to `parseForm`.
    "lib/media/receive-files.ts",
  ]
  const read = /\bFormData\b|\.formData\(|\b[fF]orm\)?\.(get|getAll|entries|forEach|has)\(/
  const wrong = sources.filter(({ file, text }) => !edge.includes(file) && read.test(text))
  expect(wrong.map(({ file }) => file)).toEqual([])
})

test("every action takes the form's last answer and a form, of whatever kind they turn out to be, and nothing else", () => {
  const heads = sources
    .filter(({ file }) => path.basename(file) === "actions.ts")
    .flatMap(({ file, text }) =>
      [...text.matchAll(/^export async function (\w+)\(([^)]*)\)/gm)].map(([, name, given]) => ({
        name,
        given,
        file,
      })),
    )
  expect(heads.length).toBeGreaterThan(20)
  expect(heads.filter(({ given }) => !/^(_: \w+, )?form: unknown$/.test(given ?? ""))).toEqual([])
})

test("a line ends as it did for who typed it, although browsers send another line end", () => {
  const form = formSchema(z.object({ words: z.string().max(3) }), { words: 10 })
  const sent = new FormData()
  sent.set("words", "a\r\nb")
  expect(parseForm(form, sent)).toEqual({ ok: true, value: { words: "a\nb" } })
})
