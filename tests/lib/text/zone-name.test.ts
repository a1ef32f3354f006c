import { expect, test } from "vitest"
import { timeZones } from "@/lib/text/time-zone"
import { zoneName } from "@/lib/text/zone-name"

test.each([
  ["Europe/Kiev", "Kyiv"],
  ["Europe/Kyiv", "Kyiv"],
  ["Asia/Calcutta", "Kolkata"],
  ["America/Argentina/La_Rioja", "Argentina / La Rioja"],
  ["UTC", "UTC"],
])("the zone %s is offered as %s", (zone, name) => {
  expect(zoneName(zone)).toBe(name)
})

test("each zone has a name of its own within its part of the world", () => {
  const names = timeZones().map((zone) => `${zone.split("/")[0]} ${zoneName(zone)}`)
  expect(new Set(names).size).toBe(names.length)
})
