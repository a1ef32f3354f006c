import type { ComponentProps } from "react"

type Look = "primary" | "secondary" | "quiet" | "danger"

type Shape = {
  look?: Look
  small?: boolean
  /** It has no border and stands first in its line: its words begin where the line does. */
  flush?: boolean
}

type Props = ComponentProps<"button"> & Shape

/** A button; submits its form unless given another type. */
export function Button({ look, small, flush, className, type = "submit", ...rest }: Props) {
  return (
    <button type={type} className={`${buttonClass({ look, small, flush })} ${className ?? ""}`} {...rest} />
  )
}

/** The classes of a button, for a link that leads to an action. */
export function buttonClass({ look = "primary", small = false, flush = false }: Shape = {}) {
  const size = small
    ? "min-h-7 px-3 py-1 text-sm pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    : "min-h-11 px-5 py-2 text-base"
  // The padding and the border.
  const start = flush ? (small ? "-ms-3.25" : "-ms-5.25") : ""
  return `${shape} ${size} ${looks[look]} ${start}`
}

const shape =
  "inline-flex cursor-pointer items-center justify-center gap-2 rounded-sm border font-ui font-semibold leading-tight no-underline transition-colors disabled:cursor-default disabled:opacity-60"

const looks: Record<Look, string> = {
  primary: "border-ink bg-ink text-paper hover:border-accent hover:bg-accent",
  secondary: "border-edge bg-transparent text-ink hover:border-ink hover:bg-raised",
  quiet: "border-transparent bg-transparent text-ink-soft hover:bg-raised hover:text-ink",
  danger: "border-danger bg-transparent text-danger hover:bg-danger hover:text-paper",
}
