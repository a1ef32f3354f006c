import type { Editor } from "@tiptap/core"
import { type RefObject, useEffect, useState } from "react"
import { FindingList } from "@/components/editor/checklist/finding-list"
import { showFinding } from "@/components/editor/checklist/show-finding"
import { type Unfinished, unfinishedIn } from "@/components/editor/checklist/unfinished"

type Props = {
  editor: Editor | null
  form: RefObject<HTMLFormElement | null>
  standfirstRequired: boolean
}

/** What is still to be done before a story is published, as far as its words tell. Looked for in pauses of the typing. */
export function Checklist({ editor, form, standfirstRequired }: Props) {
  const [seen, setSeen] = useState<Unfinished | null>(null)
  useEffect(() => {
    const field = form.current
    if (!editor || !field) return
    const look = () => setSeen(unfinishedIn(editor, field, standfirstRequired))
    let timer = setTimeout(look)
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(look, pause)
    }
    editor.on("update", later)
    for (const event of changes) field.addEventListener(event, later)
    return () => {
      clearTimeout(timer)
      editor.off("update", later)
      for (const event of changes) field.removeEventListener(event, later)
    }
  }, [editor, form, standfirstRequired])

  if (!seen) return null
  const isClear = seen.missing.length === 0 && seen.findings.length === 0
  return (
    <section aria-labelledby="checklist" className="mt-5 border-t border-rule pt-3 text-sm">
      <h2 id="checklist" className="font-ui text-base font-bold">
        Before publishing
      </h2>
      <ul className="mt-1.5 flex flex-col gap-1 text-ink-soft">
        {seen.missing.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <FindingList
        findings={seen.findings}
        onShow={(finding, n) => showFinding({ editor, form: form.current }, finding, n)}
      />
      {isClear ? (
        <p className="text-ink-soft">Nothing is left to do. Links are checked as you publish.</p>
      ) : null}
      {seen.optional.map((sentence) => (
        <p key={sentence} className="mt-1.5 text-ink-soft">
          {sentence}
        </p>
      ))}
    </section>
  )
}

const pause = 800
/** What somebody typed, and what was found out about the lead picture. */
const changes = ["input", "looked"]
