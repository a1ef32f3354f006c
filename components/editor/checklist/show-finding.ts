import type { Editor } from "@tiptap/core"
import { textFields } from "@/components/editor/text-fields"
import type { RichTextNode } from "@/db/schema/posts"
import type { CheckFinding } from "@/lib/documents/check-finding"
import { findingsIn, linksIn } from "@/lib/posts/checklist"

type Sheet = { editor: Editor | null; form: HTMLFormElement | null }

/** Selects what a finding is about, the `n`th time that it stands in the text, and brings it into view. */
export function showFinding({ editor, form }: Sheet, finding: CheckFinding, n: number): void {
  if (finding.field !== "body") {
    const field = textFields(form)[finding.field]
    if (!field) return
    field.focus()
    const at = field.value.indexOf(finding.words)
    if (at >= 0 && "setSelectionRange" in field) field.setSelectionRange(at, at + finding.words.length)
    return
  }
  if (!editor) return
  const place = placesOf(finding, editor.getJSON() as RichTextNode)[n]
  if (place) editor.commands.setTextSelection({ from: place.from, to: place.to })
  editor.view.focus()
  editor.commands.scrollIntoView()
}

function placesOf({ kind, words }: CheckFinding, body: RichTextNode): { from: number; to: number }[] {
  if (kind === "dead-link") return linksIn(body).filter(({ href }) => href === words)
  return findingsIn({ title: "", standfirst: "", body, standfirstRequired: false }).filter(
    (one) => one.kind === kind && one.words === words,
  )
}
