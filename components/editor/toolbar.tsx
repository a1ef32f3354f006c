import type { Editor } from "@tiptap/react"
import type { RefObject } from "react"
import { openSlash } from "@/components/editor/blocks/open-slash"
import { ToolButton } from "@/components/editor/tool-button"
import { ToolForms } from "@/components/editor/tool-forms"
import { toolGroups } from "@/components/editor/tools"
import { useRovingFocus } from "@/components/editor/use-roving-focus"
import { useToolForms } from "@/components/editor/use-tool-forms"
import { useToolStates } from "@/components/editor/use-tool-states"
import { useRowEnds } from "@/components/ui/use-row-ends"

type Props = {
  editor: Editor | null
  toolbarRef: RefObject<HTMLDivElement | null>
  linkOpen: boolean
  setLinkOpen: (open: boolean) => void
  onAddPicture: () => void
  /** Asks for a note on what is selected, where there are notes. */
  onNote: (() => void) | undefined
}

/** The tools of the text: one stop of the Tab key, and arrow keys from there. */
export function Toolbar({ editor, toolbarRef, onAddPicture, onNote, ...linkState }: Props) {
  useRowEnds(toolbarRef)
  const { buttonProps, onKeyDown } = useRovingFocus("Heading")
  const states = useToolStates(editor)
  const forms = useToolForms(editor, linkState)
  const { footnote, embed, find, link } = forms
  const shared = (name: string) => ({ name, ready: editor !== null, ...buttonProps(name) })

  return (
    <div className="relative">
      <div
        ref={toolbarRef}
        role="toolbar"
        aria-label="Formatting"
        aria-controls="body"
        onKeyDown={onKeyDown}
        className="writing-toolbar"
      >
        {toolGroups.map((group) => (
          <div key={group[0]?.name} className="flex shrink-0 gap-0.5">
            {group.map((tool) => (
              <ToolButton
                key={tool.name}
                {...shared(tool.name)}
                icon={tool.icon}
                keys={tool.keys}
                pressed={tool.isOn ? (states?.[tool.name]?.on ?? false) : undefined}
                off={states?.[tool.name]?.off ?? false}
                onPress={() => {
                  if (!editor) return
                  tool.run(editor)
                  editor.view.focus()
                }}
              />
            ))}
            {group.at(-1)?.name === "Italic" ? (
              <ToolButton
                {...shared("Link")}
                icon="link"
                keys="Mod+K"
                pressed={states?.Link?.on ?? false}
                expanded={link.isOpen}
                onPress={link.toggle}
              />
            ) : null}
          </div>
        ))}
        <div className="flex shrink-0 gap-0.5">
          <ToolButton {...shared("Add picture")} icon="picture" onPress={onAddPicture} />
          <ToolButton {...shared("Embed")} icon="embed" expanded={embed.isOpen} onPress={embed.toggle} />
          <ToolButton
            {...shared("Footnote")}
            icon="note"
            keys="Mod+Alt+F"
            expanded={footnote.isOpen}
            onPress={footnote.toggle}
          />
          <ToolButton
            {...shared("Find and replace")}
            icon="find"
            keys="Mod+F"
            expanded={find.isOpen}
            onPress={find.isOpen ? find.close : find.toggle}
          />
          {onNote ? (
            <ToolButton {...shared("Remark")} icon="remark" keys="Mod+Alt+M" onPress={onNote} />
          ) : null}
          <ToolButton
            {...shared("Add block")}
            icon="plus"
            keys="/"
            onPress={() => editor && openSlash(editor)}
          />
        </div>
      </div>
      {editor ? <ToolForms editor={editor} forms={forms} /> : null}
    </div>
  )
}
