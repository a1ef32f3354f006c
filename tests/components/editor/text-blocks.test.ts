// @vitest-environment jsdom
import fc from "fast-check"
import { expect, test } from "vitest"
import type { RichTextNode } from "@/db/schema/posts"
import { textBlocks } from "@/lib/documents/text-blocks"
import { anyDocument } from "../../support/any-document.ts"
import { openEditor } from "../../support/story-editor.ts"

test("the words of any document are found where the editor has them", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const { doc } = openEditor(document).state
      for (const { text, from, atom } of textBlocks(doc.toJSON() as RichTextNode)) {
        if (atom) {
          expect(doc.nodeAt(from)?.isLeaf).toBe(true)
          continue
        }
        const there = doc.textBetween(from, from + text.length, "\n", (leaf) =>
          leaf.type.name === "hardBreak" ? "\n" : "\ufffc",
        )
        // Code is blanked out.
        const units = text.split("").map((unit, n) => (unit === "\ufffc" ? there[n] : unit))
        expect(units.join("")).toBe(there)
        expect(doc.resolve(from).parent.isTextblock).toBe(true)
      }
    }),
  )
})
