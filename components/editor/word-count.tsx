import { type Editor, useEditorState } from "@tiptap/react"
import { useDeferredValue, useMemo } from "react"

/** How long the text is. Counted after the typing, not before it shows. */
export function WordCount({ editor }: { editor: Editor | null }) {
  const doc = useDeferredValue(
    useEditorState({ editor, selector: ({ editor }) => editor?.state.doc ?? null }),
  )
  const words = useMemo(() => (doc ? countWords(doc.textBetween(0, doc.content.size, " ", " ")) : 0), [doc])
  return (
    <p className="text-sm text-ink-soft tabular-nums">
      {words.toLocaleString("en-GB")} {words === 1 ? "word" : "words"}
      {words > 0 ? ` · ${Math.max(1, Math.round(words / wordsAMinute))} min to read` : ""}
    </p>
  )
}

/** How fast adults read on average (Brysbaert, 2019). */
const wordsAMinute = 238

/** As the language writes words: not every script parts them with spaces. */
function countWords(text: string): number {
  let words = 0
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++
  return words
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" })
