import { parseComment, parseReport } from "../../lib/comments/input.ts"
import { parseAppeal } from "../../lib/comments/self-service/appeal-input.ts"
import { refused } from "../../lib/form-state.ts"
import { banInput } from "../../lib/moderation/bans/input.ts"
import { bulkInput } from "../../lib/moderation/bulk/input.ts"
import { textInput } from "../../lib/moderation/decisions/input.ts"
import { parseSignUp } from "../../lib/newsletter/input.ts"
import { parseForm } from "../../lib/parse-form.ts"
import { parsePost } from "../../lib/posts/input.ts"
import { settingsInput } from "../../lib/settings/input.ts"
import { featuresOf } from "../../lib/spam/features.ts"
import { fold } from "../../lib/text/fold.ts"
import { countLinks } from "../../lib/text/links.ts"
import { cleanText } from "../../lib/text/typed-text.ts"
import { hostilePieces, hostileText } from "../support/hostile-payloads.ts"
import { ms, type Row, row } from "./table.ts"

/** Each hostile text in the field that takes longest over it, of whatever size that is. */
export async function measureHostileForms(): Promise<Row[]> {
  const rows: Row[] = []
  for (const [kind, piece] of Object.entries(hostilePieces)) {
    let slowest = { took: 0, where: "" }
    for (const bytes of sizes) {
      const text = hostileText(piece, bytes)
      for (const [field, read] of Object.entries(readers)) {
        const took = await fastest(read, { field, text })
        if (took > slowest.took) slowest = { took, where: `${field}, ${bytes.toLocaleString("en")} bytes` }
      }
    }
    rows.push(row(`a form full of ${kind}, CPU`, slowest.took, { atMost: 50 }, ms, slowest.where))
  }
  return rows
}

/** What bounds are: of an address, a name, a list of words, a comment, a story; and far beyond all of them. */
const sizes = [750, 1900, 65_000, 131_000, 160_000, 300_000, 490_000, 1_000_000]

type Filled = { field: string; text: string }

/** One reader of each kind of field, by the field's name in its form. */
const readers: Record<string, (filled: Filled) => unknown> = {
  comment: (filled) => judged(parseComment(formOf(filled))),
  name: (filled) => parseComment(formOf(filled)),
  website: (filled) => parseComment(formOf(filled)),
  email: (filled) => parseSignUp(formOf(filled)),
  note: (filled) => parseReport(formOf(filled)),
  appeal: (filled) => parseAppeal(formOf(filled)),
  reason: (filled) => parseForm(banInput, formOf({ ...filled, target: "name" })),
  domain: (filled) => parseForm(banInput, formOf({ ...filled, target: "domain" })),
  seen: (filled) => parseForm(bulkInput, formOf({ ...filled, decision: "spam" })),
  text: (filled) => {
    const parsed = parseForm(textInput, formOf({ ...filled, id: "1" }))
    return parsed.ok ? cleanText(parsed.value.text) : null
  },
  body: ({ field, text }) => parsePost(formOf({ field, text: storyOf(text) })),
  title: (filled) => parsePost(formOf(filled)),
  tags: (filled) => parsePost(formOf(filled)),
  commentWordsHeld: (filled) => parseForm(settingsInput, formOf(filled)),
  anything: (filled) => refused(formOf(filled), {}),
}

/** What is done with a comment that was taken, the database aside. */
function judged(parsed: ReturnType<typeof parseComment>): unknown {
  if (!parsed.ok) return null
  const { name, website, comment: body } = parsed.value
  return [featuresOf({ name, website, body }), countLinks(body), fold(name), fold(body)]
}

function storyOf(text: string): string {
  const paragraph = { type: "paragraph", content: [{ type: "text", text }] }
  return JSON.stringify({ type: "doc", content: [paragraph] })
}

function formOf({ field, text, ...others }: Filled & Record<string, string>): FormData {
  const form = new FormData()
  const good = { comment: "Well said.", name: "Ada", email: "ada@example.org", website: "", story: "a-story" }
  for (const [name, value] of Object.entries({ ...good, ...others, [field]: text })) form.set(name, value)
  return form
}

/** Milliseconds of CPU, the least of three runs: the cores are shared, and what is slow by nature is slow each time. */
async function fastest(read: (filled: Filled) => unknown, filled: Filled): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage()
    await read(filled)
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  return Math.min(...times)
}
