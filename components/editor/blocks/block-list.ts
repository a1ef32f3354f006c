import type { Editor } from "@tiptap/core"

export type BlockChoice = {
  name: string
  /** Other words by which somebody may look for it. */
  also: string
  run: (editor: Editor) => boolean
}

const heading = (name: string, level: 2 | 3 | 4): BlockChoice => ({
  name,
  also: `h${level} title`,
  run: (editor) => editor.commands.setHeading({ level }),
})

/** What a line of the text can become. */
export const blockChoices: readonly BlockChoice[] = [
  heading("Heading", 2),
  heading("Subheading", 3),
  { name: "Bulleted list", also: "ul points", run: ({ commands }) => commands.toggleBulletList() },
  { name: "Numbered list", also: "ol steps", run: ({ commands }) => commands.toggleOrderedList() },
  { name: "Block quote", also: "quotation", run: ({ commands }) => commands.toggleBlockquote() },
  { name: "Source of the quotation", also: "attribution who said", run: addAttribution },
  { name: "Pull quote", also: "large", run: ({ commands }) => commands.toggleNode("pullQuote", "paragraph") },
  {
    name: "Question",
    also: "interview answer",
    run: ({ commands }) => commands.toggleNode("question", "paragraph"),
  },
  { name: "Notice", also: "box note info", run: ({ commands }) => commands.toggleWrap("notice") },
  { name: "Key points", also: "box summary", run: ({ commands }) => commands.toggleWrap("keyPoints") },
  {
    name: "Table",
    also: "grid rows columns",
    run: ({ commands }) => commands.insertTable({ rows: 3, cols: 2, withHeaderRow: true }),
  },
  { name: "Picture", also: "image photo upload", run: (editor) => askForPictures(editor, false) },
  { name: "Gallery", also: "pictures images photos", run: (editor) => askForPictures(editor, true) },
  { name: "Code", also: "program pre", run: ({ commands }) => commands.toggleCodeBlock() },
  { name: "Footnote", also: "source note", run: (editor) => askForFootnote(editor) },
  {
    name: "Embed",
    also: "video audio podcast map chart youtube player",
    run: ({ storage }) => {
      storage.embed.ask()
      return true
    },
  },
  { name: "Divider", also: "rule line hr", run: ({ commands }) => commands.setHorizontalRule() },
]

/** Those that somebody may mean who has typed this. */
export function choicesFor(query: string): readonly BlockChoice[] {
  const typed = query.trim().toLowerCase()
  return blockChoices.filter(({ name, also }) =>
    `${name} ${also}`
      .toLowerCase()
      .split(" ")
      .some((word, at, words) => words.slice(at).join(" ").startsWith(typed) || word.startsWith(typed)),
  )
}

/** At the end of the quotation that somebody is in, or of one around this paragraph. */
function addAttribution(editor: Editor): boolean {
  if (!editor.isActive("blockquote") && !editor.commands.setBlockquote()) return false
  const { $from } = editor.state.selection
  let depth = $from.depth
  while (depth > 0 && $from.node(depth).type.name !== "blockquote") depth--
  if (depth === 0) return false
  const end = $from.end(depth)
  const last = $from.node(depth).lastChild
  if (last?.type.name === "attribution") return editor.commands.setTextSelection(end - 1)
  return editor
    .chain()
    .insertContentAt(end, { type: "attribution" })
    .setTextSelection(end + 1)
    .run()
}

function askForPictures(editor: Editor, asGallery: boolean): boolean {
  editor.storage.picture.ask(asGallery)
  return true
}

function askForFootnote(editor: Editor): boolean {
  editor.storage.footnote.ask()
  return true
}
