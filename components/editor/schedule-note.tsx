import { When } from "@/components/moderation/when"
import { type OverdueCause, overdueWords } from "@/lib/posts/overdue"

export type ScheduleDates = {
  publishAt: Date | null
  /** Why it is not out though its time has come. */
  overdue: OverdueCause | null
  embargoUntil: Date | null
}

/** When a scheduled story goes out, or why it did not; and that nobody may show it yet. */
export function ScheduleNote({ publishAt, overdue, embargoUntil }: ScheduleDates) {
  const note = "ms-2 text-xs lg:ms-0 lg:block"
  return (
    <>
      {overdue ? <span className={`${note} font-semibold text-danger`}>{overdueWords[overdue]}</span> : null}
      {publishAt && !overdue ? (
        <span className={`${note} text-ink-soft`}>
          <When date={publishAt} />
        </span>
      ) : null}
      {embargoUntil && embargoUntil > new Date() ? (
        <span className={`${note} font-semibold text-danger`}>
          Embargoed until <When date={embargoUntil} />
        </span>
      ) : null}
    </>
  )
}
