import { publishMany } from "../support/many-schedules.ts"
import { type Row, row } from "./table.ts"

const stories = 10_000

/** Whether each of many scheduled stories goes out once on two instances, and how late, by a clock that is set forward. */
export async function measureSchedule(): Promise<Row[]> {
  const { live, events, revisions, latest } = await publishMany(stories)
  const amiss = [live, events, revisions].reduce((sum, count) => sum + Math.abs(count - stories), 0)
  return [
    row(`of ${stories} scheduled stories, not live exactly once`, amiss, { atMost: 0 }, String),
    row("  the latest after its time", latest, { atMost: 2 }, (seconds) => `${seconds.toFixed(2)} s`),
  ]
}
