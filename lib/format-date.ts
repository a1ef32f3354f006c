/**
 * A date as the publication's language writes it, in UTC. Pages are stored and read anywhere, so a
 * date is never relative and never in the server's own zone.
 */
export function formatDate(date: Date, language: string, { withTime = false } = {}): string {
  return formatter(language, withTime).format(date)
}

/** A month with its year, as the publication's language writes it. */
export function formatMonth({ year, month }: { year: number; month: number }, language: string): string {
  const options: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", timeZone: "UTC" }
  return new Intl.DateTimeFormat(locale(language), options).format(new Date(Date.UTC(year, month - 1)))
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: string, withTime: boolean): Intl.DateTimeFormat {
  const key = `${language} ${withTime}`
  const known = formatters.get(key)
  if (known) return known
  const options: Intl.DateTimeFormatOptions = {
    timeZone: "UTC",
    ...(withTime ? { dateStyle: "medium", timeStyle: "short", hour12: false } : { dateStyle: "long" }),
  }
  const made = new Intl.DateTimeFormat(locale(language), options)
  formatters.set(key, made)
  return made
}

/** Plain "en" would write dates the American way. */
function locale(language: string): string {
  if (language === "en") return "en-GB"
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en-GB"
  } catch {
    return "en-GB"
  }
}
