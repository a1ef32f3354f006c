import { describe, expect, test } from "vitest"
import { localOf, momentsOf, turnOf } from "@/lib/text/local-moment"
import { utcOffset } from "@/lib/text/time-zone"

describe("a local time means", () => {
  test.each([
    ["one moment on any day", "Europe/Berlin", "2027-06-01T10:00", ["2027-06-01T08:00:00.000Z"]],
    [
      "one moment in a zone of three quarters",
      "Asia/Kathmandu",
      "2027-06-01T10:00",
      ["2027-06-01T04:15:00.000Z"],
    ],
    ["no moment where the clocks skip it", "Europe/Berlin", "2027-03-28T02:30", []],
    ["no moment where midnight is skipped", "Asia/Beirut", "2027-03-28T00:30", []],
    ["no moment on a day that a zone left out", "Pacific/Apia", "2011-12-30T12:00", []],
    [
      "two moments where the clocks show it twice",
      "America/New_York",
      "2027-11-07T01:30",
      ["2027-11-07T05:30:00.000Z", "2027-11-07T06:30:00.000Z"],
    ],
    [
      "two moments where clocks are changed by half an hour",
      "Australia/Lord_Howe",
      "2027-04-04T01:45",
      ["2027-04-03T14:45:00.000Z", "2027-04-03T15:15:00.000Z"],
    ],
    [
      "one moment in Amman, which stays in summer time",
      "Asia/Amman",
      "2027-10-29T00:30",
      ["2027-10-28T21:30:00.000Z"],
    ],
    ["no moment on a day that no month has", "UTC", "2027-02-30T10:00", []],
  ])("%s: %s, %s", (_, zone, local, moments) => {
    expect(momentsOf(local, zone)?.map((moment) => moment.toISOString())).toEqual(moments)
  })

  test("nothing where it is none", () => {
    for (const local of ["", "soon", "2027-13-01T10:00", "27-01-01T10:00"])
      expect(momentsOf(local, "UTC")).toBeNull()
  })

  test("the same moment that a field shows, at each hour of a year, in whichever turn it is", () => {
    for (const zone of ["Europe/Berlin", "America/New_York", "Asia/Amman", "Australia/Lord_Howe"]) {
      for (let at = Date.UTC(2027, 0); at < Date.UTC(2028, 0); at += 7 * 3_600_000 + 1_800_000) {
        const moment = new Date(at)
        const moments = momentsOf(localOf(moment, zone), zone) ?? []
        const turn = turnOf(moment, zone)
        expect(turn === "second" ? moments[1] : moments[0]).toEqual(moment)
      }
    }
  })
})

test("an offset is written as people write it", () => {
  const at = new Date("2027-07-01T00:00:00Z")
  expect(utcOffset(at, "Europe/Berlin")).toBe("UTC+2")
  expect(utcOffset(at, "America/St_Johns")).toBe("UTC−2:30")
})
