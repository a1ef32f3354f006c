import { type Editor, useEditorState } from "@tiptap/react"
import { useDeferredValue, useMemo } from "react"
import { wordsIn } from "@/components/editor/count-words"

/** How long the text is. Counted after the typing, not before it shows. */
export function WordCount({ editor }: { editor: Editor | null }) {
  const doc = useDeferredValue(
    useEditorState({
      editor,
      selector: ({ editor }) => editor?.state.doc ?? null,
      // A new document is another one: Tiptap would compare them word by word.
      equalityFn: Object.is,
    }),
  )
  const words = useMemo(() => (doc ? wordsIn(doc) : 0), [doc])
  return (
    <p className="text-sm text-ink-soft tabular-nums">
      {words.toLocaleString("en-GB")} {words === 1 ? "word" : "words"}
      {words > 0 ? ` · ${Math.max(1, Math.round(words / wordsAMinute))} min to read` : ""}
    </p>
  )
}

/** How fast adults read on average (Brysbaert, 2019). */
const wordsAMinute = 238
