import { formatDate, type Locale } from "@/lib/text/format-date"

type Props = { date: Date; locale: Locale; withTime?: boolean; className?: string }

/** A date that people and machines can read. */
export function Moment({ date, locale, withTime = false, className }: Props) {
  return (
    <time dateTime={date.toISOString()} className={className}>
      {formatDate(date, locale, { withTime })}
    </time>
  )
}
