import type { ReactNode } from "react"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import type { QueueItem } from "@/lib/moderation/types"

type Props = {
  item: QueueItem
  back: string
  /** The appeal, the denial of one, the note or the blackout that is meant. */
  about?: number
  action: (form: FormData) => void | Promise<void>
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
  className?: string
  children: ReactNode
}

/** A plain form around buttons of a card, which says what the moderator saw: it works before and without scripts. */
export function DecisionForm({ item, back, about, action, onSubmit, className, children }: Props) {
  return (
    <DeskForm action={action} onSubmit={onSubmit} className={className}>
      <input type="hidden" name="id" value={item.id} />
      <input type="hidden" name="version" value={item.version} />
      <input type="hidden" name="standing" value={item.standing?.id ?? ""} />
      <input type="hidden" name="back" value={back} />
      {about === undefined ? null : <input type="hidden" name="about" value={about} />}
      {children}
    </DeskForm>
  )
}

type PressProps = {
  value: string
  shortcut?: string
  look?: "primary" | "secondary" | "quiet"
  className?: string
  children: string
}

export function DecisionButton({ value, shortcut, look = "secondary", className, children }: PressProps) {
  return (
    <Button
      name="decision"
      value={value}
      // These need a reason.
      formNoValidate={value !== "reject" && value !== "blackout"}
      aria-keyshortcuts={shortcut}
      look={look}
      small
      className={`shrink-0 max-sm:px-2.5 ${className ?? ""}`}
    >
      {shortcut === children[0]?.toLowerCase() ? <WithLetter>{children}</WithLetter> : children}
    </Button>
  )
}

/** Underlines the first letter while it is a key. In one element, since a button puts a gap between its own. */
function WithLetter({ children }: { children: string }) {
  return (
    <span>
      <span className="group-data-[letters]/desk:[@media(hover:hover)]:underline underline-offset-3">
        {children[0]}
      </span>
      {children.slice(1)}
    </span>
  )
}

/** How a button looks in a card's menu. */
export const inMenu = {
  look: "quiet",
  className: "w-full justify-start rounded-none text-start font-normal! text-ink!",
} as const
