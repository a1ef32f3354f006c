import "server-only"
import { asc, desc, type SQL, type SQLWrapper, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { comments } from "@/db/schema/comments"

export type Selection = { where: SQL | undefined; order: "oldest" | "newest" | "risk"; limit: number }

export type Page = ReturnType<typeof queuePage>

/** The comments of one page, chosen before anything else is asked about them. */
export function queuePage(db: Queryable, { where, order, limit }: Selection) {
  return db.$with("page").as(
    db
      .select()
      .from(comments)
      .where(where)
      .orderBy(...orderOf(comments, order))
      .limit(limit),
  )
}

/** The order of a page: the same for choosing its comments and for reading them. */
export function orderOf(row: { id: SQLWrapper; score: SQLWrapper }, order: Selection["order"]): SQL[] {
  if (order === "risk") return [sql`${row.score} desc nulls last`, asc(row.id)]
  return [order === "oldest" ? asc(row.id) : desc(row.id)]
}

/** What a card tells of the comment itself. */
export function columnsOf(page: Page) {
  const { id, status, version, name, website, body, createdAt, editedAt } = page
  return {
    ...{ id, status, version, name, website, body, createdAt, editedAt },
    proved: sql<boolean>`${page.provedAt} is not null`,
    byStaff: sql<boolean>`${page.staffId} is not null`,
    score: page.score,
    contributions: page.contributions,
    findings: page.findings,
  }
}
