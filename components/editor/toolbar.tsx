import { type Editor, useEditorState } from "@tiptap/react"
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useState } from "react"
import { FootnoteForm } from "@/components/editor/blocks/footnote-form"
import { openSlash } from "@/components/editor/blocks/slash"
import { TableTools } from "@/components/editor/blocks/table-tools"
import { EmbedForm } from "@/components/editor/embeds/embed-form"
import { FindBar } from "@/components/editor/find/find-bar"
import { ariaKeys, keyNames } from "@/components/editor/keys"
import { LinkForm } from "@/components/editor/link-form"
import { ToolIcon, type ToolIconName } from "@/components/editor/tool-icon"
import { type Tool, toolGroups } from "@/components/editor/tools"
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
export function Toolbar({ editor, toolbarRef, linkOpen, setLinkOpen, onAddPicture, onNote }: Props) {
  useRowEnds(toolbarRef)
  const [current, setCurrent] = useState("Heading")
  const on = useEditorState({ editor, selector: ({ editor }) => (editor ? lookAt(editor) : null) })
  const shared = (name: string) => ({
    ready: editor !== null,
    tabIndex: current === name ? 0 : -1,
    onFocus: ({ currentTarget }: FocusEvent<HTMLButtonElement>) => {
      setCurrent(name)
      // A browser leaves a button alone that is partly in sight, and its focus ring would be cut off.
      currentTarget.scrollIntoView({ block: "nearest", inline: "nearest" })
    },
  })

  const [noteOpen, setNoteOpen] = useState(false)
  const [embedOpen, setEmbedOpen] = useState(false)
  const [findOpen, setFindOpen] = useState(false)
  useEffect(() => {
    if (!editor) return
    editor.storage.footnote.ask = () => setNoteOpen(true)
    editor.storage.embed.ask = () => setEmbedOpen(true)
    editor.storage.find.ask = () => setFindOpen(true)
  }, [editor])
  const closeFind = () => {
    setFindOpen(false)
    editor?.view.focus()
  }
  const closeNote = () => {
    setNoteOpen(false)
    editor?.view.focus()
  }

  const closeEmbed = () => {
    setEmbedOpen(false)
    editor?.view.focus()
  }
  const closeLink = () => {
    setLinkOpen(false)
    editor?.view.focus()
  }

  return (
    <div className="relative">
      <div
        ref={toolbarRef}
        role="toolbar"
        aria-label="Formatting"
        aria-controls="body"
        onKeyDown={moveFocus}
        className="writing-toolbar"
      >
        {toolGroups.map((group) => (
          <div key={group[0]?.name} className="flex shrink-0 gap-0.5">
            {group.map((tool) => (
              <ToolButton
                key={tool.name}
                name={tool.name}
                icon={tool.icon}
                keys={tool.keys}
                {...shared(tool.name)}
                pressed={tool.isOn ? (on?.[tool.name]?.on ?? false) : undefined}
                off={on?.[tool.name]?.off ?? false}
                onPress={() => {
                  if (!editor) return
                  tool.run(editor)
                  editor.view.focus()
                }}
              />
            ))}
            {group.at(-1)?.name === "Italic" ? (
              <ToolButton
                name="Link"
                icon="link"
                keys="Mod+K"
                {...shared("Link")}
                pressed={on?.Link?.on ?? false}
                expanded={linkOpen}
                off={false}
                onPress={() => setLinkOpen(!linkOpen)}
              />
            ) : null}
          </div>
        ))}
        <div className="flex shrink-0 gap-0.5">
          <ToolButton
            name="Add picture"
            icon="picture"
            {...shared("Add picture")}
            off={false}
            onPress={onAddPicture}
          />
          <ToolButton
            name="Embed"
            icon="embed"
            {...shared("Embed")}
            expanded={embedOpen}
            off={false}
            onPress={() => setEmbedOpen(!embedOpen)}
          />
          <ToolButton
            name="Footnote"
            icon="note"
            keys="Mod+Alt+F"
            {...shared("Footnote")}
            expanded={noteOpen}
            off={false}
            onPress={() => setNoteOpen(!noteOpen)}
          />
          <ToolButton
            name="Find and replace"
            icon="find"
            keys="Mod+F"
            {...shared("Find and replace")}
            expanded={findOpen}
            off={false}
            onPress={() => (findOpen ? closeFind() : setFindOpen(true))}
          />
          {onNote ? (
            <ToolButton
              name="Remark"
              icon="remark"
              keys="Mod+Alt+M"
              {...shared("Remark")}
              off={false}
              onPress={onNote}
            />
          ) : null}
          <ToolButton
            name="Add block"
            icon="plus"
            keys="/"
            {...shared("Add block")}
            off={false}
            onPress={() => editor && openSlash(editor)}
          />
        </div>
      </div>
      {editor ? <TableTools editor={editor} /> : null}
      {findOpen && editor ? <FindBar editor={editor} onClose={closeFind} /> : null}
      {noteOpen && editor ? <FootnoteForm editor={editor} onClose={closeNote} /> : null}
      {embedOpen && editor ? <EmbedForm editor={editor} onClose={closeEmbed} /> : null}
      {linkOpen && editor ? <LinkForm editor={editor} onClose={closeLink} /> : null}
    </div>
  )
}

type ButtonProps = Pick<Tool, "name" | "keys"> & {
  icon: ToolIconName
  ready: boolean
  pressed?: boolean
  expanded?: boolean
  off: boolean
  tabIndex: number
  onFocus: (event: FocusEvent<HTMLButtonElement>) => void
  onPress: () => void
}

function ToolButton({ name, icon, keys, ready, pressed, expanded, off, onPress, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={name}
      title={keys && ready ? `${name} (${keyNames(keys)})` : name}
      aria-keyshortcuts={keys && ready ? ariaKeys(keys) : undefined}
      aria-pressed={pressed}
      aria-expanded={expanded}
      // Not `disabled`: the focus would be lost when the last step is undone.
      aria-disabled={off || !ready || undefined}
      // The text keeps the focus and what is selected in it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => (off || !ready ? undefined : onPress())}
      className="inline-flex size-9 shrink-0 cursor-pointer pointer-coarse:h-11 pointer-coarse:w-10 items-center justify-center rounded-sm text-ink-soft hover:bg-raised hover:text-ink aria-disabled:cursor-default aria-disabled:opacity-45 aria-expanded:bg-raised aria-pressed:bg-ink aria-pressed:text-paper"
    >
      <ToolIcon name={icon} />
    </button>
  )
}

function lookAt(editor: Editor): Record<string, { on: boolean; off: boolean }> {
  const states = toolGroups
    .flat()
    .map((tool) => [tool.name, { on: tool.isOn?.(editor) ?? false, off: tool.isOff?.(editor) ?? false }])
  return { ...Object.fromEntries(states), Link: { on: editor.isActive("link"), off: false } }
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll("button")]
  const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1
  const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight"
  const backward = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight"
  const targets: Record<string, number> = {
    [forward]: (at + 1) % buttons.length,
    [backward]: (at - 1 + buttons.length) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  }
  const target = targets[event.key]
  if (at < 0 || target === undefined) return
  event.preventDefault()
  buttons[target]?.focus()
}
