import { DomUtils, parseDocument } from "htmlparser2"
import { database } from "../../db/client.ts"
import { createStaff } from "../../db/factories.ts"
import { hashPassword } from "../../lib/auth/password.ts"
import type { Instance } from "./instance.ts"
import { ms, type Row, row } from "./table.ts"

const each = 500

/**
 * Of two samples of 500 drawn from one distribution, one pair in a hundred is further apart than this (Kolmogorov and
 * Smirnov): the largest distance between how many of each are done by some time.
 */
const critical = 1.63 * Math.sqrt(2 / each)

/** The forms that take an address of the staff from strangers, and where each is. */
const forms = {
  "signing in with a wrong password": {
    path: "/sign-in",
    fields: { password: "not the one", next: "/desk" },
  },
  "asking for a sign-in link": { path: "/sign-in/link", fields: { purpose: "sign_in" } },
  "asking for a new password": { path: "/sign-in/link?for=reset", fields: { purpose: "reset" } },
}

/** Whether the time of an answer tells if somebody on the staff has an address: 500 answers for one who has, 500 for nobody. */
export async function measureEnumeration({ app }: Instance): Promise<Row[]> {
  const passwordHash = await hashPassword("a few unrelated words")
  const { email } = await createStaff(database(), { passwordHash })
  const rows: Row[] = []
  for (const [name, { path, fields }] of Object.entries(forms)) {
    const form = await readForm(app.url + path, Object.keys(fields)[0] ?? "")
    const send = (address: string) => timeOf(form, { ...fields, email: address })
    for (let n = 0; n < 20; n++) await send(`warm-${n}@example.org`)
    const [known, unknown]: [number[], number[]] = [[], []]
    // In turns, and in an order that nothing on the machine keeps step with.
    while (known.length < each || unknown.length < each) {
      const isKnown = unknown.length === each || (known.length < each && Math.random() < 0.5)
      if (isKnown) known.push(await send(email))
      else unknown.push(await send(`nobody-${unknown.length}@example.org`))
    }
    const note = `median ${ms(median(known))} for one of the staff, ${ms(median(unknown))} for nobody`
    const what = `${name}, ${each} answers each: how far their times are apart`
    rows.push(row(what, distance(known, unknown), { atMost: critical }, (figure) => figure.toFixed(3), note))
  }
  return rows
}

type Form = { url: string; hidden: [string, string][] }

async function readForm(url: string, field: string): Promise<Form> {
  const page = parseDocument(await (await fetch(url)).text())
  const found = DomUtils.getElementsByTagName("form", page).find((one) =>
    DomUtils.findOne(({ attribs }) => attribs.name === field, one.children),
  )
  if (!found) throw new Error(`${url} has no form with ${field}.`)
  const hidden = DomUtils.getElementsByTagName("input", found)
    .filter(({ attribs }) => attribs.type === "hidden")
    .map(({ attribs }): [string, string] => [attribs.name ?? "", attribs.value ?? ""])
  return { url, hidden }
}

async function timeOf({ url, hidden }: Form, fields: Record<string, string>): Promise<number> {
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...Object.fromEntries(hidden), ...fields }))
    body.append(name, value)
  const began = performance.now()
  const answer = await fetch(url, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { origin: new URL(url).origin },
  })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`)
  return performance.now() - began
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

function distance(some: number[], others: number[]): number {
  const share = (times: number[], until: number) =>
    times.filter((time) => time <= until).length / times.length
  return Math.max(...[...some, ...others].map((time) => Math.abs(share(some, time) - share(others, time))))
}
