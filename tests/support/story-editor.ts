import { Editor, type JSONContent } from "@tiptap/core"
import { slash } from "../../components/editor/blocks/slash.ts"
import { embedTitles } from "../../components/editor/embeds/embed-titles.ts"
import { enablePasteRules, storyExtensions } from "../../components/editor/extensions.ts"
import { find } from "../../components/editor/find/find.ts"
import { PasteLoss, pasteReport, pasteReportKey } from "../../components/editor/paste/report.ts"
import { pasting } from "../../components/editor/pasting.ts"
import { typography } from "../../components/editor/typography/typography.ts"

let opened: Editor | undefined
const loss = new PasteLoss()

/** The editor of a story's text as the desk has it, in a DOM without a browser; there is one, with other words in it. */
export function openEditor(content: JSONContent | string = ""): Editor {
  opened ??= makeEditor()
  opened.commands.setContent(content)
  opened.commands.setTextSelection(opened.state.doc.content.size)
  return opened
}

function makeEditor(): Editor {
  const element = document.createElement("div")
  document.body.append(element)
  // What a layout would answer: nothing is laid out here.
  const nowhere = () => new DOMRect()
  Range.prototype.getBoundingClientRect = nowhere
  Range.prototype.getClientRects = () => [nowhere()] as unknown as DOMRectList
  Element.prototype.scrollIntoView = () => {}
  return new Editor({
    element,
    extensions: [
      ...storyExtensions,
      pasteReport(loss),
      embedTitles(async () => null),
      slash,
      find,
      typography,
    ],
    enablePasteRules,
    injectCSS: false,
    editorProps: pasting(loss, () => {}),
  })
}

/** Types as a keyboard does, letter by letter, and reads what the signs mean. */
export function type(editor: Editor, text: string): Editor {
  for (const letter of text) {
    const { view } = editor
    const { from, to } = view.state.selection
    const insert = () => view.state.tr.insertText(letter, from, to)
    if (!view.someProp("handleTextInput", (handle) => handle(view, from, to, letter, insert)))
      view.dispatch(insert())
  }
  return editor
}

/** A key that is no letter. */
export function press(editor: Editor, key: string): void {
  editor.view.dom.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }))
}

/** What a paste event brings. */
export function paste(editor: Editor, { html, text }: { html?: string; text?: string }): Editor {
  const event = new Event("paste", { bubbles: true, cancelable: true })
  const data: Record<string, string> = { "text/html": html ?? "", "text/plain": text ?? "" }
  Object.assign(event, {
    clipboardData: { getData: (kind: string) => data[kind] ?? "", files: [], types: [] },
  })
  editor.view.dom.dispatchEvent(event)
  return editor
}

/** What a story becomes when this is pasted into an empty one. */
export function pasted(html: string): string {
  return paste(openEditor(), { html }).getHTML()
}

/** What the editor says of the last paste. */
export function said(editor: Editor): string {
  return pasteReportKey.getState(editor.state)?.words ?? ""
}
