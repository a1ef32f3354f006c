import type { Editor } from "@tiptap/react"
import { FootnoteForm } from "@/components/editor/blocks/footnote-form"
import { TableTools } from "@/components/editor/blocks/table-tools"
import { EmbedForm } from "@/components/editor/embeds/embed-form"
import { FindBar } from "@/components/editor/find/find-bar"
import { LinkForm } from "@/components/editor/link-form"
import type { useToolForms } from "@/components/editor/use-tool-forms"

type Props = { editor: Editor; forms: ReturnType<typeof useToolForms> }

/** What a tool asks for before it changes the text, and the tools of the table that the cursor is in. */
export function ToolForms({ editor, forms: { find, footnote, embed, link } }: Props) {
  return (
    <>
      <TableTools editor={editor} />
      {find.isOpen ? <FindBar editor={editor} onClose={find.close} /> : null}
      {footnote.isOpen ? <FootnoteForm editor={editor} onClose={footnote.close} /> : null}
      {embed.isOpen ? <EmbedForm editor={editor} onClose={embed.close} /> : null}
      {link.isOpen ? <LinkForm editor={editor} onClose={link.close} /> : null}
    </>
  )
}
