import { formatDate } from "@/lib/format-date"

type Props = { date: Date; language: string; withTime?: boolean; className?: string }

/** A date that people and machines can read. */
export function Moment({ date, language, withTime = false, className }: Props) {
  return (
    <time dateTime={date.toISOString()} className={className}>
      {formatDate(date, language, { withTime })}
      {withTime ? " UTC" : null}
    </time>
  )
}
