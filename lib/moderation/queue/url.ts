import type { QueueName } from "@/lib/moderation/types"

export const ages = ["hour", "day", "week", "older-day", "older-week", "older-month"] as const
export type Age = (typeof ages)[number]

/** What the list can be narrowed to; an empty field narrows nothing. */
export type QueueFilters = { words: string; story: string; name: string; age: Age | ""; score: number | null }

/** What a moderator looks at: which queue, narrowed to what, in which order, from where on. */
export type QueueView = QueueFilters & {
  status: QueueName
  sort: "time" | "risk"
  /** Where the page begins: the comment it follows, in risk order as `SCORE~ID`; `null` for the first page. */
  after: string | null
}

/** The query that asks for a view: only what is not as usual stands in it. */
export function viewQuery(view: QueueView): URLSearchParams {
  const query = new URLSearchParams({ status: view.status })
  for (const name of ["words", "story", "name", "age"] as const) {
    if (view[name] !== "") query.set(name, view[name])
  }
  if (view.score !== null) query.set("score", String(view.score))
  if (view.sort !== "time") query.set("sort", view.sort)
  if (view.after !== null) query.set("after", view.after)
  return query
}

export function viewHref(view: QueueView): string {
  return `/desk/comments?${viewQuery(view)}`
}

export function isNarrowed({ words, story, name, age, score }: QueueFilters): boolean {
  return words !== "" || story !== "" || name !== "" || age !== "" || score !== null
}
