import { Button } from "@/components/ui/button"

type Props = { name: string; to: "up" | "down"; disabled: boolean; onPress(): void }

/** Stays in the order of the keyboard at the end of the list, so that the focus is not lost there. */
export function MoveButton({ name, to, disabled, onPress }: Props) {
  return (
    <Button
      type="button"
      look="secondary"
      small
      data-control={to}
      aria-label={`Move ${name} ${to}`}
      aria-disabled={disabled || undefined}
      className="aria-disabled:opacity-40"
      onClick={onPress}
    >
      <span aria-hidden="true">{to === "up" ? "↑" : "↓"}</span>
    </Button>
  )
}
