import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers, rowsOf, texts } from "@/db/lists"
import { totalFeatures, type WordCounts } from "@/lib/spam/counts"

/** What a decision teaches; `features` are those of `featuresOf` for the text that was decided about. */
export type Lesson = { commentId: number; features: readonly string[]; spam: boolean }

/**
 * Learns lessons and takes others back, in one statement however many they are: counts are integers, so whatever the
 * order, the same decisions leave the same table. A comment has one lesson, and a later one replaces it. The caller
 * holds the locks of the comments, as deciding does, and calls this once in a transaction: features are locked in
 * their order, so that moderators who decide at the same moment wait for each other and never in a circle.
 */
export async function train(
  tx: Transaction,
  { learn = [], unlearn = [] }: { learn?: readonly Lesson[]; unlearn?: readonly number[] },
): Promise<void> {
  const lessons = new Map(learn.map((lesson) => [lesson.commentId, lesson]))
  const without = unlearn.filter((id) => !lessons.has(id))
  if (lessons.size + without.length === 0) return
  const rows = [...lessons.values()].map(({ commentId, spam, features }) => ({
    comment_id: commentId,
    spam,
    features,
  }))
  const unknown = await tx.execute<{ feature: string }>(sql`
    with lesson as (
      select * from ${rowsOf(rows, sql`comment_id bigint, spam boolean, features text[]`)}
    ), former as (
      select comment_id, spam, features from filter_lessons
      where comment_id in (select comment_id from lesson) or comment_id in ${numbers(without)}
    ), forgotten as (
      delete from filter_lessons where comment_id in ${numbers(without)}
    ), kept as (
      insert into filter_lessons (comment_id, spam, features)
      select comment_id, spam, features from lesson order by comment_id
      on conflict (comment_id) do update
      set spam = excluded.spam, features = excluded.features, created_at = now()
    ), change as (
      ${changesOf("lesson", 1)} union all ${changesOf("former", -1)}
    ), counted as (
      insert into filter_features as f (feature, spam, ham)
      select feature, sum(spam), sum(ham) from change
      group by feature
      having sum(spam) <> 0 or sum(ham) <> 0
      order by feature collate "C"
      on conflict (feature) do update set spam = f.spam + excluded.spam, ham = f.ham + excluded.ham
      returning feature, spam, ham
    )
    select feature from counted where spam = 0 and ham = 0`)
  // What nobody teaches any more leaves nothing behind. These rows were changed, and so locked, a moment ago.
  if (unknown.length > 0) {
    const features = unknown.map(({ feature }) => feature)
    await tx.execute(sql`delete from filter_features where feature in ${texts(features)}`)
  }
}

function changesOf(lessons: "lesson" | "former", times: 1 | -1): SQL {
  const [spam, ham] = [sql`${times}::int * spam::int`, sql`${times}::int * (not spam)::int`]
  const from = sql.identifier(lessons)
  return sql`
    select feature, ${spam} as spam, ${ham} as ham from ${from}, unnest(features) as feature
    union all select '', ${spam}, ${ham} from ${from}`
}

/** Counts as one JSON value, for a query that asks for other things too; `countsFrom` reads it. */
export function countsOf(features: readonly string[]): SQL {
  const wanted = [...new Set([...totalFeatures, ...features])]
  return sql`(
    select coalesce(json_object_agg(feature, json_build_array(spam, ham)), '{}') from filter_features
    where feature in ${texts(wanted)})`
}

export type KeptCounts = Record<string, [spam: number, ham: number]>

/** The counts that `countsOf` asked for. */
export function countsFrom(kept: KeptCounts): WordCounts {
  return new Map(Object.entries(kept).map(([feature, [spam, ham]]) => [feature, { spam, ham }]))
}
