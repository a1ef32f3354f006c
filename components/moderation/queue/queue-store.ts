import type { RejectionReason } from "@/lib/comments/reasons"
import type { LiveNews } from "@/lib/moderation/live/news"
import type { CardAnswer, QueueItem } from "@/lib/moderation/types"
import { announced, answered, pressed, refreshed, replaced } from "./answers"
import { CardRefresher } from "./card-refresher"
import { advanced, focusedOn, moved, toUndo, walked } from "./focus"
import { LeaseKeeper, type OpenAction } from "./lease-keeper"
import { withNews, withOpener } from "./news"
import { isUndecided, offersOf } from "./offers"
import type { Decision, Press } from "./press"
import { PressQueue } from "./press-queue"
import { changedWhileAsked, noCard, nothingToUndo, whyNot } from "./sentences"
import { type Card, initialState, type Loaded, type QueueState, withCard } from "./state"

export type Rejection = { reason: RejectionReason | null; line: string }

/** What a store needs of the page it works for. */
export type QueueTools = {
  decide: (form: FormData) => Promise<CardAnswer>
  open: OpenAction
  /** Comments as they are now; `null` when the site did not answer. */
  read: (ids: readonly number[]) => Promise<QueueItem[] | null>
  isVisible: () => boolean
}

/** The queue as one page shows it. Comments stay in the places where they were loaded, whatever is decided. */
export class QueueStore {
  #state: QueueState
  #listeners = new Set<() => void>()
  #presses: PressQueue
  #refresher: CardRefresher
  #leases: LeaseKeeper

  constructor(
    loaded: Loaded,
    private readonly me: number,
    tools: QueueTools,
  ) {
    this.#state = initialState(loaded)
    this.#presses = new PressQueue({
      decide: tools.decide,
      itemOf: (id) => this.#card(id)?.item,
      answered: (id, result) => {
        this.#set(answered(this.#state, id, result))
        void this.#refresher.run()
      },
    })
    this.#refresher = new CardRefresher({
      read: tools.read,
      isBusy: (id) => this.#card(id)?.sending !== 0,
      show: (ids, items) => this.#set(refreshed(this.#state, ids, items)),
    })
    this.#leases = new LeaseKeeper(tools.open, {
      openComment: () => (tools.isVisible() ? this.#openCard() : null),
      onAnswer: (id, by) => this.#opened(id, by),
    })
  }

  readonly view = (): QueueState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  start(): void {
    this.#leases.start()
  }

  /** Ends the timers. */
  stop(): void {
    this.#leases.stop()
    this.#refresher.stop()
  }

  /** A button of a card was pressed. */
  press(id: number, press: Press): void {
    const version = this.#card(id)?.shown.version
    if (version === undefined) return
    this.#set(pressed(this.#state, id, press))
    this.#presses.add(id, { ...press, version })
  }

  /** Whether the focused card takes this decision; announces why not. */
  canDecide(decision: Decision): boolean {
    const { focused, queue } = this.#state
    const card = this.#card(focused)
    if (!card) this.announce(noCard)
    else if (offersOf(card.shown, queue).includes(decision)) return true
    else this.announce(whyNot(decision, card.shown, queue))
    return false
  }

  /** Decides about the focused card, and goes on to the next. */
  decide(decision: Exclude<Decision, "reject">): void {
    const { focused } = this.#state
    if (!this.canDecide(decision) || focused === null) return
    this.press(focused, { decision })
    this.#set(advanced(this.#state, focused))
  }

  /** Asks why a comment is to be rejected: the one whose button was pressed, else the focused one. */
  askReason(pressed?: number): void {
    const id = pressed ?? this.#state.focused
    if (pressed === undefined && !this.canDecide("reject")) return
    const seen = this.#card(id)?.shown
    if (id !== null && seen)
      this.#set({ ...this.#state, asking: { id, seen, advance: pressed === undefined } })
  }

  /** Rejects what was asked about; without a reason nothing is decided. The line is kept until that is confirmed. */
  reject({ reason, line }: Rejection): void {
    const { asking } = this.#state
    if (!asking) return
    const kept = line === "" ? null : { text: line, version: asking.seen.version }
    this.#set({ ...withCard(this.#state, asking.id, { line: kept }), asking: null })
    if (reason === null) return
    if (!isSameDecision(asking.seen, this.#card(asking.id)?.shown)) {
      this.announce(changedWhileAsked)
      return
    }
    this.press(asking.id, { decision: "reject", reason, line })
    if (asking.advance) this.#set(advanced(this.#state, asking.id))
  }

  /** Approves, or grants where an appeal asks. */
  approve(): void {
    this.decide(this.#card(this.#state.focused)?.shown.appeal ? "grant" : "approve")
  }

  /** Takes the last decision back, and brings its card into focus. */
  undo(): void {
    const id = toUndo(this.#state)
    if (id !== null) {
      this.press(id, { decision: "undo" })
      this.#set(moved(this.#state, id))
    } else if (this.#state.focused === null) this.announce(nothingToUndo)
    else this.canDecide("undo")
  }

  walk(step: 1 | -1): void {
    this.#set(walked(this.#state, step))
  }

  /** Back to the card that had the focus last; false when there is none. */
  goBack(): boolean {
    const to = this.#state.last ?? this.#state.order[0]
    if (to !== undefined) this.#set(moved(this.#state, to))
    return to !== undefined
  }

  /** The focus has come to a card, or has left them all. */
  focus(id: number | null): void {
    this.#set(focusedOn(this.#state, id))
  }

  /** The page was shown or hidden. */
  readonly onVisibilityChange = (): void => this.#leases.refreshSoon()

  readonly announce = (words: string): void => this.#set(announced(this.#state, words))

  /** A note or a reply has changed a comment. */
  readonly replace = (item: QueueItem, message: string): void =>
    this.#set(replaced(this.#state, item, message))

  readonly onNews = (news: LiveNews): void => {
    const { state, stale } = withNews(this.#state, news, this.me)
    this.#set(state)
    this.#refresher.add(stale)
  }

  /** Nothing arrives until the next news, or ever again. */
  readonly onDisconnect = (ended: boolean): void =>
    this.#set({ ...this.#state, connection: ended ? "ended" : "lost" })

  #opened(id: number, by: string | null): void {
    const card = this.#card(id)
    const change = card && withOpener(card, by)
    if (change) this.#set(withCard(this.#state, id, change))
  }

  #card(id: number | null): Card | undefined {
    return id === null ? undefined : this.#state.cards.get(id)
  }

  /** The comment that somebody works on. */
  #openCard(): number | null {
    const { focused, queue } = this.#state
    const card = this.#card(focused)
    return card && isUndecided(card.shown, queue) ? focused : null
  }

  #set(state: QueueState): void {
    if (state === this.#state) return
    const before = this.#openCard()
    this.#state = state
    if (this.#openCard() !== before) this.#leases.refreshSoon()
    for (const listener of this.#listeners) listener()
  }
}

/** Whether a decision about a comment as it was seen is one about the comment as it is. */
function isSameDecision(seen: QueueItem, now: QueueItem | undefined): boolean {
  return now !== undefined && seen.version === now.version && seen.standing?.id === now.standing?.id
}
