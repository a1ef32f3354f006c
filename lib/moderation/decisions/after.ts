import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import type { Verdict } from "@/lib/comments/types"
import { featuresOf } from "@/lib/spam/features"
import { train } from "@/lib/spam/lessons"

/** A comment that was just decided about, and what stands now: null when its last decision was taken back. */
export type DecidedComment = { id: number; verdict: Verdict | null }

/**
 * What follows from decisions, in their transaction and with the comments still locked: the filter learns what was
 * approved and what was taken for spam. A rejection teaches nothing, since what is rude is no spam; and what was
 * learnt is taken back where no such decision stands any more.
 */
export async function afterDecisions(tx: Transaction, decided: readonly DecidedComment[]): Promise<void> {
  const spam = new Map(
    decided.flatMap(({ id, verdict }): [number, boolean][] =>
      verdict === "approved" || verdict === "spam" ? [[id, verdict === "spam"]] : [],
    ),
  )
  const rows =
    spam.size === 0
      ? []
      : await tx
          .select({ id: comments.id, name: comments.name, website: comments.website, body: comments.body })
          .from(comments)
          .where(sql`${comments.id} in ${numbers([...spam.keys()])}`)
  await train(tx, {
    learn: rows.map(({ id, ...said }) => ({
      commentId: id,
      features: featuresOf(said),
      spam: spam.get(id) ?? false,
    })),
    unlearn: decided.flatMap(({ id }) => (spam.has(id) ? [] : [id])),
  })
}
