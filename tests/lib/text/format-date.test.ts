import { expect, test } from "vitest"
import { formatDate, formatMonth } from "@/lib/text/format-date"
import { addDays, dayIn, isTimeZone, startOfDay, timeZones } from "@/lib/text/time-zone"

const evening = new Date("2026-11-24T23:30:00Z")
const berlin = { language: "en", timeZone: "Europe/Berlin" }

test("readers are told the day and the hour that it is where the publication is", () => {
  expect(formatDate(evening, { language: "en", timeZone: "UTC" })).toBe("24 November 2026")
  expect(formatDate(evening, berlin)).toBe("25 November 2026")
  expect(formatDate(evening, { language: "en", timeZone: "UTC" }, { withTime: true })).toBe(
    "24 Nov 2026, 23:30",
  )
  expect(formatDate(evening, berlin, { withTime: true })).toBe("25 Nov 2026, 00:30")
  expect(formatDate(evening, berlin, { withSeconds: true })).toBe("25 Nov 2026, 00:30:00")
  expect(formatDate(new Date("2026-07-01T10:00:00Z"), berlin, { withTime: true })).toBe("1 Jul 2026, 12:00")
})

test("a month is the month that was asked for, wherever the publication is", () => {
  expect(formatMonth({ year: 2026, month: 11 }, { language: "en" })).toBe("November 2026")
})

test("a day begins when the clocks there say so, also where they were changed", () => {
  const begins = (day: string, zone: string) => startOfDay(day, zone).toISOString()
  expect(begins("2026-11-24", "UTC")).toBe("2026-11-24T00:00:00.000Z")
  expect(begins("2026-11-24", "Asia/Kathmandu")).toBe("2026-11-23T18:15:00.000Z")
  expect(begins("2026-11-24", "America/St_Johns")).toBe("2026-11-24T03:30:00.000Z")
  // Clocks go forward on the 29th of March 2026 and back on the 25th of October.
  expect(begins("2026-03-29", "Europe/Berlin")).toBe("2026-03-28T23:00:00.000Z")
  expect(begins("2026-03-30", "Europe/Berlin")).toBe("2026-03-29T22:00:00.000Z")
  expect(begins("2026-10-25", "Europe/Berlin")).toBe("2026-10-24T22:00:00.000Z")
  expect(begins("2026-10-26", "Europe/Berlin")).toBe("2026-10-25T23:00:00.000Z")
  // Where they go forward at midnight, the day begins at one.
  expect(begins("2026-03-08", "America/Havana")).toBe("2026-03-08T05:00:00.000Z")
  expect(begins("2026-09-06", "America/Santiago")).toBe("2026-09-06T04:00:00.000Z")
  expect(begins("2026-03-29", "Atlantic/Azores")).toBe("2026-03-29T01:00:00.000Z")
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01")
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28")
  for (const zone of ["UTC", "Asia/Kathmandu", "America/Havana", "Pacific/Kiritimati"]) {
    const start = startOfDay("2026-03-08", zone)
    expect(dayIn(start, zone)).toBe("2026-03-08")
    expect(dayIn(new Date(start.getTime() - 1), zone)).toBe("2026-03-07")
  }
})

test("every zone that can be chosen can be written in", () => {
  expect(timeZones().filter((zone) => !isTimeZone(zone))).toEqual([])
  expect(new Set(timeZones()).size).toBe(timeZones().length)
})

/** Clocks and calendars that differ from their language's. */
const regional = [
  "ar-EG",
  "ar-SA",
  "en-CA",
  "en-US",
  "es-US",
  "fa-AF",
  "pt-BR",
  "ur-IN",
  "uz-Arab",
  "zh-Hant",
  "zh-TW",
]

const midnight = new Date("2026-01-01T00:05:00Z")

test.each(["en-US", "ko", "hi", "zh-Hant", "ja", "en-CA", "es-US", "th", "fa", "ar-SA"])(
  "five past midnight is 00:05 in %s",
  (language) => {
    const text = western(formatDate(midnight, { language, timeZone: "UTC" }, { withTime: true }), language)
    expect(text).toMatch(/(^|\D)0?0[:.]05(\D|$)/)
    expect(text).not.toMatch(/24[:.]05/)
  },
)

/** Every language that this engine has a name for. */
const letters = [..."abcdefghijklmnopqrstuvwxyz"]
const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" })
const languages = letters
  .flatMap((a) => letters.flatMap((b) => [a + b, ...letters.map((c) => a + b + c)]))
  .filter(isKnown)

test("every language writes midnight as 00:05, and the day and month of the archive", () => {
  const wrong: string[] = []
  const instants = ["2026-01-01T00:05:00Z", "2026-07-31T23:59:00Z"].map((text) => new Date(text))
  for (const language of [...languages, ...regional]) {
    for (const [at, instant] of instants.entries()) {
      const timed = western(formatDate(instant, { language, timeZone: "UTC" }, { withTime: true }), language)
      const day = western(formatDate(instant, { language, timeZone: "UTC" }), language)
      const month = western(formatMonth({ year: 2026, month: at === 0 ? 1 : 7 }, { language }), language)
      // The second formatter takes the date apart by itself, and words its month alone.
      const parts = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
        timeZone: "UTC",
        calendar: "gregory",
        year: "numeric",
        month: "long",
        day: "numeric",
      }).formatToParts(instant)
      const named = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
        timeZone: "UTC",
        calendar: "gregory",
        year: "numeric",
        month: "long",
      }).formatToParts(instant)
      const whole = western(named.map(({ value }) => value).join(""), language)
      const name = western(parts.find(({ type }) => type === "month")?.value ?? "", language)
      const time = at === 0 ? /(^|\D)0{1,2}\D{1,3}0?5(\D|$)/ : /(^|\D)23\D{1,3}59(\D|$)/
      if (!time.test(timed) || /24\D05/.test(timed)) wrong.push(`${language}: ${timed}`)
      if (!day.includes(name) || !day.includes("2026")) wrong.push(`${language}: ${day} has no ${name} 2026`)
      if (plainSpaces(month) !== plainSpaces(whole) || !month.includes("2026"))
        wrong.push(`${language}: ${month} is not ${whole}`)
    }
  }
  expect(wrong).toEqual([])
  expect(languages.length).toBeGreaterThan(200)
})

function isKnown(code: string): boolean {
  return names.of(code) !== undefined && Intl.getCanonicalLocales(code)[0] === code
}

/** The engine writes a plain space in a whole text where its parts have a narrow one. */
function plainSpaces(text: string): string {
  return text.replace(/\s/g, " ")
}

/** Its digits as 0 to 9. */
function western(text: string, language: string): string {
  const digits = new Intl.NumberFormat(language, { useGrouping: false }).format(9876543210)
  const own = [...digits].reverse()
  return own.length === 10
    ? [...text].map((sign) => (own.includes(sign) ? own.indexOf(sign) : sign)).join("")
    : text
}
