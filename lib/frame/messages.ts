import type { FrameOutcome } from "@/lib/frame/mutations"

type Refusal = Extract<FrameOutcome, { ok: false }>["reason"]

export const frameRefusals: Record<Refusal, string> = {
  "not-allowed": "Your roles do not include the settings.",
  changed:
    "Somebody else changed these links meanwhile. Nothing of yours was saved yet. Copy what you need, and reload the page to see theirs.",
  "target-gone": "A page or tag that you chose no longer exists. Choose another one.",
}

/** What was done with which links. */
export function frameDone(place: "menu" | "footer", isAutomatic: boolean): string {
  if (isAutomatic) return `The ${place} is automatic again.`
  return place === "menu"
    ? "Saved. Readers see this menu from now on."
    : "Saved. Readers see this footer from now on."
}
