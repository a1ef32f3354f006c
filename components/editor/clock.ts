/** The time of day on this person's own clock; another day comes with its date. */
export function clockTime(moment: string | number): string {
  const date = new Date(moment)
  const today = date.toDateString() === new Date().toDateString()
  return new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(today ? {} : { day: "numeric", month: "long" }),
  }).format(date)
}
