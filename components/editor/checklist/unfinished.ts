import type { Editor } from "@tiptap/core"
import { textFields } from "@/components/editor/text-fields"
import type { RichTextNode } from "@/db/schema/posts"
import type { CheckFinding } from "@/lib/documents/check-finding"
import { findingsIn } from "@/lib/posts/checklist"

export type Unfinished = { missing: string[]; optional: string[]; findings: readonly CheckFinding[] }

/** What is missing before the story on the page can be published, what it could still have, and what a check found in its text. */
export function unfinishedIn(editor: Editor, form: HTMLFormElement, standfirstRequired: boolean): Unfinished {
  const { title, standfirst, leadMediaId, picture, pictureAlt } = textFields(form)
  const body = editor.getJSON() as RichTextNode
  const words = { title: title?.value ?? "", standfirst: standfirst?.value ?? "", body }
  const undescribed = form.querySelector("#body [data-missing]") !== null
  const hasLead = Boolean(leadMediaId?.value || picture?.value)
  const missing = [
    words.title.trim() === "" && "The headline is missing.",
    editor.isEmpty && "The text is missing.",
    undescribed && "A picture in the text has no alt text.",
    hasLead &&
      form.querySelector("[data-decorative-lead]") === null &&
      !pictureAlt?.value.trim() &&
      "The lead picture has no alt text; only one that is marked as decorative can do without.",
  ]
  const optional = [
    !standfirstRequired &&
      words.standfirst.trim() === "" &&
      "Optional: a standfirst, the sentence or two shown below the headline.",
  ]
  return {
    missing: missing.filter(isSentence),
    optional: optional.filter(isSentence),
    findings: findingsIn({ ...words, standfirstRequired }),
  }
}

function isSentence(sentence: string | false | undefined): sentence is string {
  return typeof sentence === "string"
}
