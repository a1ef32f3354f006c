import type { Editor } from "@tiptap/react"
import { useEffect, useState } from "react"
import { wordsIn } from "@/components/editor/count-words"

/** How long the text is. Counted in pauses of the typing, so that no key waits for it, nor the first one for a long text. */
export function WordCount({ editor }: { editor: Editor | null }) {
  const [words, setWords] = useState<number | null>(null)
  useEffect(() => {
    if (!editor) return
    const count = () => setWords(wordsIn(editor.state.doc))
    let timer = setTimeout(count)
    const later = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (!transaction.docChanged) return
      clearTimeout(timer)
      timer = setTimeout(count, pause)
    }
    editor.on("transaction", later)
    return () => {
      clearTimeout(timer)
      editor.off("transaction", later)
    }
  }, [editor])

  return (
    <p className="min-h-lh text-sm text-ink-soft tabular-nums">
      {words === null ? null : `${words.toLocaleString("en-GB")} ${words === 1 ? "word" : "words"}`}
      {words ? ` · ${Math.max(1, Math.round(words / wordsAMinute))} min to read` : null}
    </p>
  )
}

/** Milliseconds without typing. */
const pause = 300

/** How fast adults read on average (Brysbaert, 2019). */
const wordsAMinute = 238
