/** How a publication writes dates: a language's code, and a zone by its IANA name. */
export type Locale = { language: string; timeZone: string }

/**
 * A date as the publication's language writes it, in the publication's own zone. Pages are stored and read anywhere, so
 * a date is never relative and never in the server's own zone.
 */
export function formatDate(
  date: Date,
  locale: Locale,
  { withTime = false, withSeconds = false } = {},
): string {
  return formatter(locale, withSeconds ? "seconds" : withTime ? "time" : "day").format(date)
}

/** A month with its year, as the publication's language writes it. */
export function formatMonth(
  { year, month }: { year: number; month: number },
  { language }: Pick<Locale, "language">,
): string {
  return formatter({ language, timeZone: "UTC" }, "month").format(new Date(Date.UTC(year, month - 1)))
}

// Midnight is 00:00: with `hour12: false` some languages write 24:00. The archive's months are Gregorian everywhere.
const shapes = {
  day: { dateStyle: "long", calendar: "gregory" },
  time: { dateStyle: "medium", timeStyle: "short", hourCycle: "h23", calendar: "gregory" },
  seconds: { dateStyle: "medium", timeStyle: "medium", hourCycle: "h23", calendar: "gregory" },
  month: { year: "numeric", month: "long", calendar: "gregory" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making one costs a hundred times what using it does. */
function formatter({ language, timeZone }: Locale, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${shape}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tag(language), { timeZone, ...shapes[shape] })
  formatters.set(key, made)
  return made
}

/** Plain "en" would write dates the American way. */
function tag(language: string): string {
  if (language === "en") return "en-GB"
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en-GB"
  } catch {
    return "en-GB"
  }
}
