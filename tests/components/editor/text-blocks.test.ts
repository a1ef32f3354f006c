// @vitest-environment jsdom
import type { JSONContent } from "@tiptap/core"
import fc from "fast-check"
import { expect, test } from "vitest"
import type { RichTextNode } from "@/db/schema/posts"
import { textBlocks } from "@/lib/documents/text-blocks"
import { anyDocument } from "../../support/any-document.ts"
import { openEditor } from "../../support/story-editor.ts"

test("the words of any document are found where the editor has them", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const { doc } = openEditor(document as JSONContent).state
      for (const { text, prose, from, atom } of textBlocks(doc.toJSON() as RichTextNode)) {
        if (atom) {
          expect(doc.nodeAt(from)?.isLeaf).toBe(true)
          continue
        }
        const there = doc.textBetween(from, from + text.length, "\n", (leaf) =>
          leaf.type.name === "hardBreak" ? "\n" : "\ufffc",
        )
        expect(text).toBe(there)
        expect(prose.length).toBe(text.length)
        expect(doc.resolve(from).parent.isTextblock).toBe(true)
      }
    }),
  )
})
