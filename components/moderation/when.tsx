/** A moment, the same in every browser's locale: what the server wrote is what hydrates. */
export function When({ date }: { date: Date }) {
  const iso = date.toISOString()
  const month = months[date.getUTCMonth()]
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {date.getUTCDate()} {month} {date.getUTCFullYear()}, {iso.slice(11, 16)} UTC
    </time>
  )
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
