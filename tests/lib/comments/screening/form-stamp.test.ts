import { expect, test } from "vitest"
import { formStamp, isStampOfOurs } from "@/lib/comments/screening/form-stamp"

const day = 86_400_000
const now = new Date("2026-11-24T23:59:00Z")

test("a form from here is known for two months, also in a document that was kept", () => {
  for (const days of [0, 1, 60]) {
    expect(isStampOfOurs(formStamp(new Date(now.getTime() - days * day)), now), `${days} days`).toBe(true)
  }
  expect(isStampOfOurs(formStamp(new Date(now.getTime() - 61 * day)), now)).toBe(false)
})

test("a form from nowhere, with a changed day or from the future is not ours", () => {
  const stamp = formStamp(now)
  const [today = "", signed = ""] = stamp.split(/-(.*)/)
  for (const forged of [
    "",
    "x",
    today,
    `${Number(today) - 1}-${signed}`,
    `${stamp}x`,
    stamp.toLowerCase() + stamp,
  ]) {
    expect(isStampOfOurs(forged, now), forged).toBe(false)
  }
  expect(isStampOfOurs(formStamp(new Date(now.getTime() + 3 * day)), now)).toBe(false)
})

test("all forms of one day are the same to the byte, so that pages are", () => {
  expect(formStamp(new Date("2026-11-24T00:00:00Z"))).toBe(formStamp(now))
})
