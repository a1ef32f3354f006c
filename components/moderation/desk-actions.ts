import type { CardAnswer, TextState } from "@/lib/moderation/types"

/** What the page hands down for the cards to do. */
export type DeskActions = {
  /** A press without scripts: leads back to the page. */
  decide: (form: FormData) => Promise<void>
  decideInPlace: (form: FormData) => Promise<CardAnswer>
  /** Blacks words out without scripts. */
  blackOut: TextAction
  note: TextAction
  reply: TextAction
  /** Which comment somebody has come to, and which they have left. */
  open: (form: FormData) => Promise<{ openedBy: string | null }>
}

export type TextAction = (state: TextState, form: FormData) => Promise<TextState>
