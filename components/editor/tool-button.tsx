import type { FocusEvent } from "react"
import { ariaKeys, keyNames } from "@/components/editor/keys"
import { ToolIcon, type ToolIconName } from "@/components/editor/tool-icon"
import type { Tool } from "@/components/editor/tools"

type Props = Pick<Tool, "name" | "keys"> & {
  icon: ToolIconName
  ready: boolean
  pressed?: boolean
  expanded?: boolean
  off?: boolean
  tabIndex: number
  onFocus: (event: FocusEvent<HTMLButtonElement>) => void
  onPress: () => void
}

/** A button of the toolbar: an icon, with its name for screen readers and as a tooltip. */
export function ToolButton({
  name,
  icon,
  keys,
  ready,
  pressed,
  expanded,
  off = false,
  onPress,
  ...rest
}: Props) {
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
