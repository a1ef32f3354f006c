import type { CardAnswer, QueueItem } from "@/lib/moderation/types"
import { formOf, type Press, type QueuedPress } from "./press"
import { notReached } from "./sentences"

type Tools = {
  decide: (form: FormData) => Promise<CardAnswer>
  itemOf: (id: number) => QueueItem | undefined
  /** `left`: presses of this card that are still to be sent. */
  answered: (id: number, result: { press: Press; answer: CardAnswer; left: number }) => void
}

/** Sends the presses of a card one after the other, so that each knows what the one before it led to. */
export class PressQueue {
  #presses = new Map<number, QueuedPress[]>()

  constructor(private readonly tools: Tools) {}

  add(id: number, press: QueuedPress): void {
    const presses = this.#presses.get(id)
    if (presses) presses.push(press)
    else void this.#send(id, [press])
  }

  async #send(id: number, presses: QueuedPress[]): Promise<void> {
    this.#presses.set(id, presses)
    for (let press = presses[0]; press; press = presses[0]) {
      const item = this.tools.itemOf(id)
      if (!item) break
      const answer = await this.tools
        .decide(formOf(item, press))
        .catch((): CardAnswer => ({ ok: false, message: notReached, item: null }))
      presses.shift()
      // What was pressed after a refused decision was about what it would have led to.
      if (!answer.ok) presses.length = 0
      if (presses.length === 0) this.#presses.delete(id)
      this.tools.answered(id, { press, answer, left: presses.length })
    }
  }
}
