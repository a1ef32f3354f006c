import { EditorContent } from "@tiptap/react"
import type { ReactNode } from "react"
import { SlashMenu } from "@/components/editor/blocks/slash-menu"
import { bodyErrorId } from "@/components/editor/body-editor"
import { AltRefusedContext, PicturesContext } from "@/components/editor/pictures/context"
import type { EditorStory } from "@/components/editor/use-story"
import { WritingField } from "@/components/editor/writing-field"
import { postLimits } from "@/lib/posts/limits"

type Props = {
  story: EditorStory
  fields: { title: string; standfirst?: string }
  errors: Record<string, string>
  /** The text as readers see it, until the editor is there. */
  children: ReactNode
}

/** The text as readers will see it, under its title and, where there is one, its standfirst. */
export function WritingSheet({ story: { form, editor, inText }, fields, errors, children }: Props) {
  const toBody = () => {
    // Tiptap's own command waits a frame, and what is typed at once would go into the line above.
    editor?.commands.setTextSelection(0)
    editor?.view.focus()
  }
  const toStandfirst = () => form.current?.querySelector<HTMLElement>('[name="standfirst"]')?.focus()
  return (
    <div className="writing-sheet">
      <WritingField
        name="title"
        label="Title"
        defaultValue={fields.title}
        maxLength={postLimits.title}
        error={errors.title}
        className="text-title"
        onEnter={fields.standfirst === undefined ? toBody : toStandfirst}
      />
      {fields.standfirst === undefined ? null : (
        <WritingField
          name="standfirst"
          label="Standfirst"
          defaultValue={fields.standfirst}
          maxLength={postLimits.standfirst}
          error={errors.standfirst}
          className="standfirst"
          onEnter={toBody}
        />
      )}
      <p id={bodyErrorId} className="mt-4 font-ui text-sm font-semibold text-danger">
        {errors.body ?? errors.bodyAlt}
      </p>
      <div id="body" className="relative mt-5">
        <PicturesContext value={inText.known}>
          <AltRefusedContext value={errors.bodyAlt !== undefined}>
            {editor ? <EditorContent editor={editor} /> : children}
          </AltRefusedContext>
          {editor ? <SlashMenu editor={editor} /> : null}
        </PicturesContext>
      </div>
    </div>
  )
}
