import { Extension, type Extensions } from "@tiptap/core"
import { Plugin } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import StarterKit from "@tiptap/starter-kit"
import { blockNodes, withOwnContent } from "@/components/editor/blocks/nodes"
import { embedNode } from "@/components/editor/embeds/node"
import { moveNode } from "@/components/editor/pictures/move"
import { galleryNode, pictureNode } from "@/components/editor/pictures/nodes"
import { typing, unmarkWithinWords } from "@/components/editor/typing"
import { linkAddress } from "@/lib/documents/link-url"

const starter = StarterKit.configure({
  codeBlock: { enableTabIndentation: true, tabSize: 2 },
  underline: false,
  // It would change a story that somebody only looked at.
  trailingNode: false,
  heading: { levels: [2, 3, 4] },
  dropcursor: { color: false, class: "drop-cursor" },
  link: {
    openOnClick: false,
    autolink: true,
    // Of what somebody types only an address that is written out is surely meant as one.
    shouldAutoLink: (address) => /^https?:\/\//i.test(address),
    defaultProtocol: "https",
    HTMLAttributes: { target: null, rel: null },
    isAllowedUri: (address) => linkAddress(address) !== null,
  },
})

/** Exactly what a stored story may hold, so that nothing can be typed or pasted that a save would refuse. */
export const storyExtensions: Extensions = [
  starter.extend({
    addExtensions() {
      const extensions: Extensions = this.parent?.() ?? []
      return extensions.map((one) => withOwnContent(typing[one.name]?.(one) ?? one))
    },
  }),
  unmarkWithinWords,
  pictureNode,
  galleryNode,
  embedNode,
  ...blockNodes,
]

/** Of what is pasted only an address that is written out means more than its words. */
export const enablePasteRules = ["link"]

/** Shows what is selected while the focus is elsewhere, as in the form that asks for a link's address. */
export const lastingSelection = Extension.create({
  name: "lastingSelection",
  addProseMirrorPlugins() {
    const { editor } = this
    const decorations: Plugin["props"]["decorations"] = ({ doc, selection }) => {
      if (editor.isFocused || selection.empty) return null
      return DecorationSet.create(doc, [
        Decoration.inline(selection.from, selection.to, { class: "lasting-selection" }),
      ])
    }
    return [new Plugin({ props: { decorations } })]
  },
})

/**
 * Ctrl+K or ⌘K asks for a link's address; Alt+F10 goes to the tools, as in other editors; Alt and an arrow move the picture
 * that is selected.
 */
export function storyShortcuts(openLink: () => void, goToTools: () => void) {
  const handled = (act: () => void) => () => {
    act()
    return true
  }
  return Extension.create({
    name: "storyShortcuts",
    addKeyboardShortcuts: () => ({
      "Mod-k": handled(openLink),
      "Alt-F10": handled(goToTools),
      "Alt-ArrowUp": ({ editor }) => moveNode(editor, editor.state.selection.from, -1),
      "Alt-ArrowDown": ({ editor }) => moveNode(editor, editor.state.selection.from, 1),
    }),
  })
}
