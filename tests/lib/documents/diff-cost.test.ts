import { diffArrays } from "diff"
import { expect, test, vi } from "vitest"
import type { RichTextNode } from "@/db/schema/posts"
import { applyDiff, diff } from "@/lib/documents/diff"

vi.mock("diff", { spy: true })

/** What Myers' algorithm did for each list: the square of the edits that it found, or may look for. */
function stepsTaken(): number {
  const { calls, results } = vi.mocked(diffArrays).mock
  return calls.reduce((sum, [, , options], n) => {
    const found = results[n]?.value as unknown as ReturnType<typeof diffArrays> | undefined
    const edits = found?.reduce((all, { added, removed, count }) => all + (added || removed ? count : 0), 0)
    return sum + (edits ?? (options as { maxEditLength: number }).maxEditLength) ** 2
  }, 0)
}

test.each([
  ["signs alone", (sign: string) => sign.repeat(4800)],
  ["a third of the words in common", (sign: string) => `${"same ".repeat(400)}${`${sign} `.repeat(800)}`],
])(
  "an editor who compares versions with a hundred rewritten paragraphs, %s, keeps nobody waiting",
  (_, text) => {
    const paragraph = (sign: string): RichTextNode => ({
      type: "paragraph",
      content: [{ type: "text", text: text(sign) }],
    })
    const document = (sign: string): RichTextNode => ({
      type: "doc",
      content: Array.from({ length: 100 }, () => paragraph(sign)),
    })
    vi.mocked(diffArrays).mockClear()
    const [before, after] = [document("!"), document("?")]
    expect(applyDiff(before, diff(before, after))).toEqual(after)
    expect(vi.mocked(diffArrays).mock.calls.length).toBeGreaterThan(100)
    expect(stepsTaken()).toBeLessThanOrEqual(500_000)
  },
)
