import { Fragment } from "react"
import { keyNames } from "@/components/editor/keys"
import { toolGroups } from "@/components/editor/tools"

/** The editor's keys, for those who have a keyboard. */
export function ShortcutList() {
  return (
    <details className="mt-5 border-t border-rule pt-3 text-sm [@media(hover:none)]:hidden">
      <summary className="cursor-pointer font-bold">Keyboard shortcuts</summary>
      <dl className="mt-2 grid grid-cols-[1fr_auto] gap-x-3 gap-y-1.5">
        {shortcuts.map(({ name, keys }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <kbd className="text-xs text-ink-soft">{keyNames(keys)}</kbd>
            </dd>
          </Fragment>
        ))}
      </dl>
      <p className="mt-3 text-ink-soft">
        Markdown works too: ## for a heading, **bold**, *italic*, `code`, - for a list, 1. for a numbered
        list, &gt; for a quote.
      </p>
    </details>
  )
}

const tools = toolGroups.flat().flatMap(({ name, keys }) => (keys ? [{ name, keys }] : []))

const shortcuts = [
  { name: "Save", keys: "Mod+S" },
  ...tools,
  { name: "Link", keys: "Mod+K" },
  { name: "Strikethrough", keys: "Mod+Shift+S" },
  { name: "Code", keys: "Mod+E" },
  { name: "Add a block, in an empty line", keys: "/" },
  { name: "Footnote", keys: "Mod+Alt+F" },
  { name: "Find and replace", keys: "Mod+F" },
  { name: "Line break", keys: "Shift+Enter" },
  { name: "Move the selected picture up or down", keys: "Alt+↑ ↓" },
  { name: "Go to the toolbar", keys: "Alt+F10" },
]
