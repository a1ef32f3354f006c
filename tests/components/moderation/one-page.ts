import { QueueStore } from "@/components/moderation/queue/queue-store"
import type { Change, LiveNews } from "@/lib/moderation/live/news"
import type { CardAnswer, QueueCounts, QueueItem, QueueName } from "@/lib/moderation/types"

export const me = 1

export const counts: QueueCounts = {
  ...{ waiting: 3, reported: 0, appeals: 0, spam: 0, approved: 0, rejected: 0 },
  ...{ undecided: 3, newestEvent: 100 },
}

/** A comment that waits; its newest event has ten times its number. */
export function waiting(id: number, fields: Partial<QueueItem> = {}): QueueItem {
  return {
    id,
    status: "pending",
    version: 1,
    name: `Reader ${id}`,
    website: "",
    body: "Words.",
    createdAt: new Date(0),
    editedAt: null,
    proved: false,
    byStaff: false,
    post: { id: 1, slug: "story", title: "Story" },
    thread: { own: null, holds: "open", closedByAge: null, change: null, offers: [] },
    parent: null,
    history: { approved: 0, rejected: 0, spam: 0, waiting: 0, firstSeen: null },
    heldFor: "",
    score: null,
    contributions: [],
    findings: [],
    reports: { count: 0, reasons: [], notes: [] },
    notes: [],
    appeal: null,
    denial: null,
    blackout: null,
    openedBy: null,
    standing: null,
    last: { id: id * 10, action: "held", by: null, at: new Date(0) },
    ...fields,
  }
}

const verdicts = { approve: "approved", reject: "rejected", spam: "spam" } as const

/** The comment after a decision, as the server sends it. */
export function decided(
  item: QueueItem,
  decision: keyof typeof verdicts,
  by: string,
  event: number,
): QueueItem {
  const verdict = verdicts[decision]
  const at = new Date(0)
  return {
    ...item,
    status: verdict,
    standing: { id: event, verdict, by, reason: "", line: null, at, undoable: true },
    last: { id: event, action: "approved", by, at },
  }
}

export function undone(item: QueueItem, by: string, event: number): QueueItem {
  const last = { id: event, action: "undone" as const, by, at: new Date(0) }
  return { ...item, status: "pending", standing: null, last }
}

/** What the stream says of a comment. */
export function changeOf(item: QueueItem, fields: Partial<Change> = {}): Change {
  const { id, status, version, reports, notes, last, appeal } = item
  const shown = { event: last?.id ?? 0, reports: reports.count, note: notes.at(-1)?.id ?? 0 }
  return { id, status, version, ...shown, appealed: appeal !== null, open: null, ...fields }
}

export function news(...changes: Change[]): LiveNews {
  return { counts, changes, all: false }
}

/** A page of the queue whose site keeps comments in memory, and whose requests can be held up and refused. */
export function openPage(items: QueueItem[], queue: QueueName = "waiting") {
  const site = {
    comments: new Map(items.map((item) => [item.id, item])),
    sent: [] as string[],
    opened: [] as string[],
    read: [] as number[][],
    /** Taken for the next decisions, the first for the first. */
    refusals: [] as (string | null)[],
    reachable: true,
    visible: true,
    /** Set to make requests wait. */
    gate: Promise.resolve(),
    event: 1000,
  }

  async function decide(form: FormData): Promise<CardAnswer> {
    const fields = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
    const { decision = "", id, version, standing, reason } = fields
    site.sent.push([decision, id, `v${version}`, standing, reason].filter(Boolean).join(" "))
    await site.gate
    if (!site.reachable) throw new Error("offline")
    const item = site.comments.get(Number(id)) as QueueItem
    const message = site.refusals.shift()
    if (message) return { ok: false, message, item }
    const event = ++site.event
    const now = decision.endsWith("blackout")
      ? { ...item, version: item.version + 1 }
      : decision === "undo"
        ? undone(item, "Ana", event)
        : decided(item, decision as keyof typeof verdicts, "Ana", event)
    site.comments.set(item.id, now)
    return { ok: true, message: "", item: now }
  }

  const store = new QueueStore({ queue, items, counts, notice: null }, me, {
    decide,
    open: async (form) => {
      site.opened.push(`${form.get("id") ?? "none"} left ${form.get("left") ?? "none"}`)
      return { openedBy: site.comments.get(Number(form.get("id")))?.openedBy ?? null }
    },
    read: async (ids) => {
      site.read.push([...ids])
      await site.gate
      if (!site.reachable) return null
      return ids.flatMap((id) => site.comments.get(id) ?? [])
    },
    isVisible: () => site.visible,
  })
  const card = (id: number) => {
    const found = store.view().cards.get(id)
    if (!found) throw new Error(`No card ${id}`)
    return found
  }
  /** Makes every request wait until the answer is called. */
  function hold(): () => void {
    let release = () => {}
    site.gate = new Promise((resolve) => {
      release = resolve
    })
    return release
  }
  return { store, site, card, hold, state: () => store.view() }
}
