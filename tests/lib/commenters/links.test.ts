import { describe, expect, test } from "vitest"
import { browserCookie, readBrowser, signBrowser } from "@/lib/commenters/browser-cookie"
import {
  ownCommentsUrl,
  readOwnToken,
  readStopToken,
  readVerificationToken,
  stopUrl,
  verificationUrl,
} from "@/lib/commenters/links"
import { ownCommentUrl } from "@/lib/comments/self-service/url"
import { readToken, signToken } from "@/lib/signed-token"

const now = new Date("2026-05-10T12:00:00Z")
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const tokenOf = (page: string) => page.split("/").at(-1) ?? ""

const prove = tokenOf(verificationUrl({ commentId: 7, epoch: 1 }, hoursLater(24)))
const mine = tokenOf(ownCommentsUrl({ id: 7, epoch: 1 }, hoursLater(24)))
const stop = tokenOf(stopUrl(7))
const own = tokenOf(ownCommentUrl(7))
const browser = signBrowser({ id: 7, epoch: 1 }, now)

test("each link opens its own door", () => {
  expect(readVerificationToken(prove, now)).toEqual({ commentId: 7, epoch: 1, until: hoursLater(24) })
  expect(readOwnToken(mine, now)).toEqual({ id: 7, epoch: 1, until: hoursLater(24) })
  expect(readStopToken(stop)).toBe(7)
  expect(readBrowser(browser, now)).toEqual({ id: 7, epoch: 1 })
})

test("and no other: a link made for one thing is nothing anywhere else", () => {
  const doors = {
    prove: (token: string) => readVerificationToken(token, now),
    mine: (token: string) => readOwnToken(token, now),
    stop: readStopToken,
    own: (token: string) => readToken("comment-token", token),
    browser: (token: string) => readBrowser(token, now),
  }
  const keys = { prove, mine, stop, own, browser }
  for (const [door, open] of Object.entries(doors)) {
    for (const [key, token] of Object.entries(keys)) {
      if (key !== door) expect(open(token), `${key} at ${door}`).toBeNull()
    }
  }
  for (const purpose of ["confirm-token", "unsubscribe-token", "preferences-token"] as const) {
    expect(readStopToken(signToken(purpose, 7))).toBeNull()
  }
})

describe("a link that was changed is nobody's", () => {
  for (const token of [prove, mine, stop, browser]) {
    const read = (text: string) =>
      readVerificationToken(text, now) ??
      readOwnToken(text, now) ??
      readStopToken(text) ??
      readBrowser(text, now)
    test(token.replace(/-[\w-]{22}$/, "-…"), () => {
      expect(read(token)).not.toBeNull()
      expect(read(token.replace(/^7/, "8"))).toBeNull()
      expect(read(token.replace(/^7/, "07"))).toBeNull()
      expect(read(`${token}x`)).toBeNull()
      expect(read(` ${token}`)).toBeNull()
      const last = token.at(-1) === "A" ? "B" : "A"
      expect(read(token.slice(0, -1) + last)).toBeNull()
      const numbers = token.slice(0, -23).split("-")
      for (let at = 0; at < numbers.length; at++) {
        const other = numbers.with(at, String(Number(numbers[at]) + 1)).join("-")
        expect(read(other + token.slice(-23))).toBeNull()
      }
    })
  }
  test("not even an empty or an endless one", () => {
    for (const text of ["", "-", "1-", "7-1", "1-".repeat(100_000), "٧-1-AAAAAAAAAAAAAAAAAAAAAA"]) {
      expect(readVerificationToken(text, now)).toBeNull()
      expect(readOwnToken(text, now)).toBeNull()
      expect(readBrowser(text, now)).toBeNull()
    }
  })
})

test("links end when they say, and a remembered browser after a year", () => {
  expect(readVerificationToken(prove, hoursLater(24))).toBeNull()
  expect(readOwnToken(mine, hoursLater(23.9))).not.toBeNull()
  expect(readOwnToken(mine, hoursLater(24))).toBeNull()
  expect(readBrowser(browser, hoursLater(365 * 24 - 1))).not.toBeNull()
  expect(readBrowser(browser, hoursLater(365 * 24))).toBeNull()
})

test("the cookie is for this host alone, for no script, and for no form of another site", () => {
  const made = browserCookie({ id: 7, epoch: 1 })
  expect(made).toMatch(/^commenter=7-1-\d+-[\w-]{22}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/)
  expect(browserCookie(null)).toBe("commenter=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
})
