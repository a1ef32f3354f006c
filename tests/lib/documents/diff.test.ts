import fc from "fast-check"
import { expect, test } from "vitest"
import type { RichTextNode } from "@/db/schema/posts"
import { applyDiff, diff } from "@/lib/documents/diff"
import type { Step } from "@/lib/documents/diff-types"
import { parseDocument } from "@/lib/documents/document-schema"
import { runs } from "@/tests/support/runs"
import { anyDocument } from "../../support/any-document.ts"

const seed = 14

test("of two documents, what makes the second out of the first does", () => {
  let changed = 0
  fc.assert(
    fc.property(anyDocument, anyDocument, (one, other) => {
      const [before, after] = [parsed(one), parsed(other)]
      if (!before || !after) return
      changed++
      expect(applyDiff(before, diff(before, after))).toEqual(after)
      expect(applyDiff(after, diff(after, before))).toEqual(before)
    }),
    { seed, numRuns: runs(500) },
  )
  expect(changed).toBeGreaterThan(runs(350))
})

test("of a document and the same with parts taken out, doubled and moved, too", () => {
  fc.assert(
    fc.property(anyDocument, fc.array(fc.nat(), { maxLength: 12 }), (one, places) => {
      const before = parsed(one)
      const blocks = before?.content ?? []
      if (!before || blocks.length === 0) return
      const content = places.flatMap((place) => blocks[place % blocks.length] ?? [])
      const after = { ...before, content: content.length > 0 ? content : blocks }
      expect(applyDiff(before, diff(before, after))).toEqual(after)
    }),
    { seed, numRuns: runs(500) },
  )
})

test("a word that was changed is told as that word, and all others as they were", () => {
  const [before, after] = [doc(p("The fair was dry.")), doc(p("The fair was wet."))]
  expect(words(diff(before, after).inside)).toEqual([
    { keep: 6 },
    { drop: 1 },
    { add: [{ type: "text", text: "wet" }] },
    { keep: 1 },
  ])
})

test("a word that was only made bold is told, and a paragraph that came between two others is the only change", () => {
  const bold = p("The fair", { type: "text", text: " was dry", marks: [{ type: "bold" }] })
  const steps = words(diff(doc(p("The fair was dry")), doc(bold)).inside)
  expect(steps[0]).toEqual({ keep: 3 })
  const between = diff(doc(p("One"), p("Three")), doc(p("One"), p("Two"), p("Three"))).inside
  expect(between).toEqual({ nodes: [{ keep: 1 }, { add: [p("Two")] }, { keep: 1 }] })
})

test("a text that begins a new node with the same marks comes out as it was", () => {
  const apart = doc({ type: "paragraph", content: [text("one "), text("two")] })
  const joined = doc({ type: "paragraph", content: [text("one two")] })
  expect(applyDiff(joined, diff(joined, apart))).toEqual(apart)
  expect(applyDiff(apart, diff(apart, joined))).toEqual(joined)
})

test("two long documents without a word in common are told at once", () => {
  const many = (word: string) => doc(...Array.from({ length: 8000 }, (_, n) => p(`${word} ${n}`)))
  const [before, after] = [many("one"), many("two")]
  expect(applyDiff(before, diff(before, after))).toEqual(after)
})

const text = (words: string): RichTextNode => ({ type: "text", text: words })
const doc = (...content: RichTextNode[]): RichTextNode => ({ type: "doc", content })
const p = (words: string, ...more: RichTextNode[]): RichTextNode => ({
  type: "paragraph",
  content: [text(words), ...more],
})

function words(inside: unknown): Step[] {
  const [step] = (inside as { nodes: Step[] }).nodes
  if (!step || !("change" in step) || !step.change.inside || !("words" in step.change.inside))
    throw new Error("No line was changed.")
  return step.change.inside.words
}

function parsed(value: unknown): RichTextNode | null {
  const found = parseDocument(JSON.stringify(value))
  return found.ok ? (JSON.parse(JSON.stringify(found.document)) as RichTextNode) : null
}

test("in a line with a footnote a changed word is told as that word, and so is another footnote", () => {
  const note = (words: string): RichTextNode => ({ type: "footnote", attrs: { text: words } })
  const line = (words: string, footnote: string) => doc(p(words, note(footnote), text(" It was late.")))
  const [before, after] = [line("The ferry sailed.", "So they say."), line("The ferry left.", "So we saw.")]
  const change = diff(before, after)
  expect(applyDiff(before, change)).toEqual(after)
  expect(words(change.inside)).toEqual([
    { keep: 4 },
    { drop: 1 },
    { add: [text("left")] },
    { keep: 1 },
    { drop: 1 },
    { add: [note("So we saw.")] },
    { keep: 7 },
  ])
})
