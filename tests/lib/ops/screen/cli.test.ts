import { execFile } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, expect, test } from "vitest"
import { screenCommand } from "@/lib/ops/screen/cli"
import type { LineVerdict } from "@/lib/ops/screen/verdict"

let folder: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "screen-"))
})
afterAll(() => fs.rmSync(folder, { recursive: true }))

const spam = {
  name: "seo",
  email: "",
  website: "https://seo.example",
  body: "Visit my website, buy backlinks",
}
const plain = { name: "Ada", email: "ada@example.org", website: "", body: "I walked there on Sunday." }

function write(...lines: (object | string)[]): string {
  const file = path.join(folder, `${fs.readdirSync(folder).length}.jsonl`)
  fs.writeFileSync(
    file,
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  )
  return file
}

async function run(...args: string[]) {
  const said: LineVerdict[] = []
  const complaints: string[] = []
  const say = async (line: string) => void said.push(JSON.parse(line))
  const code = await screenCommand(args, { say, complain: (line) => complaints.push(line) })
  return { code, said, complaints }
}

test("each comment gets a verdict, on one line, whose contributions add up", async () => {
  const { code, said, complaints } = await run(write(plain, "", { body: "Yes." }, spam))
  expect([code, complaints]).toEqual([0, []])
  expect(said.map(({ line, verdict }) => [line, verdict])).toEqual([
    [1, "pass"],
    [3, "pass"],
    [4, "spam"],
  ])
  for (const { score, contributions } of said)
    expect(contributions.reduce((sum, { weight }) => sum + weight, 0)).toBe(score)
})

test("links hold, and so do the same words from the same person", async () => {
  const links = { ...plain, body: "The minutes are at https://a.example, the budget is at https://b.example" }
  const { said } = await run(
    write(plain, links, { ...plain, body: "I WALKED there, on Sunday" }, { body: "+1" }, { body: "+1" }),
  )
  expect(said.map(({ verdict, checks }) => [verdict, ...checks.map(({ reason }) => reason)])).toEqual([
    ["pass"],
    ["hold", "links"],
    ["hold", "repeated"],
    ["pass"],
    ["pass"],
  ])
})

test.each(["+1", "Thanks!", "Amen", "100%", "Since 198, yes", "So true", "Well said, thank you."])(
  "a courtesy such as %s can be said twice under one name",
  async (body) => {
    const { said } = await run(write({ name: "Ada", body }, { name: "Ada", body }))
    expect(said.map(({ verdict }) => verdict)).toEqual(["pass", "pass"])
  },
)

test.each([
  "Call 555 0134",
  "From £5 only",
  "20 EUR only",
  "Just 5 usd!",
  "5€ a piece",
  "0171 2345",
  "More at lamps.example",
  "The council sells our gardens again",
])("%s is no courtesy, and is held the second time", async (body) => {
  const { said } = await run(write({ name: "Ada", body }, { name: "Ada", body }))
  expect(said[1]?.checks.map(({ reason }) => reason)).toContain("repeated")
})

test("lines that say what they are teach first, wherever they stand", async () => {
  const kind = (n: number) => ({
    name: `N${n}`,
    body: `Captain Zorblatt has eels, pier ${n}, mind the hovercraft`,
  })
  const lessons = [1, 2, 3, 4, 5, 6].flatMap((n) => [
    { ...kind(n), spam: true },
    { name: `R${n}`, body: `The lamps in street ${n} were lit again this morning`, spam: false },
  ])
  expect((await run(write(kind(9)))).said[0]?.verdict).toBe("pass")
  const { said, complaints } = await run(write(kind(9), ...lessons))
  expect(said.map(({ line }) => line)).toEqual([1])
  expect(said[0]?.verdict).not.toBe("pass")
  expect(complaints).toEqual([])
})

test("when every line says what it is, each is judged by the others and a summary follows", async () => {
  const { said, complaints } = await run(write({ ...spam, spam: true }, { ...plain, spam: false }))
  expect(said).toHaveLength(2)
  expect(complaints).toEqual(["1 spam, 1 other; precision 1.000; recall 1.000; held by mistake 0.0 %"])
})

test("what cannot be read is refused in one sentence that names the line", async () => {
  expect(await run(write(plain, "{oops"))).toMatchObject({ code: 1, complaints: ["Line 2 is not JSON."] })
  expect((await run(write(plain, "[]"))).complaints[0]).toMatch(/^Line 2 is not a comment: /)
  expect((await run(write(plain, { ...plain, spam: "yes" }))).complaints[0]).toMatch(
    /^Line 2 is not a comment: /,
  )
  expect((await run(write("x".repeat(2_000_000)))).complaints[0]).toMatch(/^Line 1 is longer than /)
  expect(await run(path.join(folder, "none"))).toMatchObject({ code: 1, said: [] })
  expect((await run(folder)).complaints[0]).toMatch(/cannot be read/)
  expect((await run()).complaints[0]).toMatch(/^Write `npm run screen/)
})

test("it runs on its own, without a database", async () => {
  const script = path.join(import.meta.dirname, "../../../../server/boot/screen.mjs")
  const env = { PATH: process.env.PATH, NODE_ENV: "test" as const }
  const { stdout } = await promisify(execFile)(process.execPath, [script, write(plain, spam)], {
    env,
    cwd: folder,
  })
  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).verdict),
  ).toEqual(["pass", "spam"])
})
