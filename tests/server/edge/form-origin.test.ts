import { expect, test } from "vitest"
import { sessionCookie } from "../../../lib/auth/session-cookie.ts"
import { isForeignForm } from "../../../server/edge/form-origin.ts"

const site = "https://mag.example"
const local = "http://localhost:3000"

test.each([
  // the site, the form's Origin, Sec-Fetch-Site, whether it is foreign
  [site, "https://mag.example", undefined, false],
  [site, "https://mag.example", "same-origin", false],
  [site, "http://mag.example", undefined, true],
  [site, "https://mag.example:8443", undefined, true],
  [site, "https://mag.example:443", undefined, true],
  [site, "https://mag.example/", undefined, true],
  [site, "https://MAG.example", undefined, true],
  [site, "https://www.mag.example", "same-site", true],
  [site, "https://mag.example.evil.example", undefined, true],
  [site, "https://user@mag.example", undefined, true],
  [site, "chrome-extension://mag.example", undefined, true],
  [site, "https://mag.example", "cross-site", true],
  [site, "http://localhost:3000", undefined, true],
  [site, "null", undefined, true],
  [site, "", undefined, true],
  [site, undefined, "same-site", true],
  [site, undefined, "cross-site", true],
  [site, undefined, "nonsense", true],
  [site, undefined, "same-origin", false],
  [site, undefined, "none", false],
  [site, undefined, undefined, false],
  [local, "http://localhost:3000", undefined, false],
  [local, "http://127.0.0.1:3000", undefined, false],
  [local, "http://[::1]:3000", undefined, false],
  [local, "https://localhost:3000", undefined, true],
  [local, "http://localhost:3001", undefined, true],
  [local, "http://localhost", undefined, true],
  [local, "http://127.0.0.2:3000", undefined, true],
  [local, "http://app.localhost:3000", undefined, true],
  [local, "http://user@127.0.0.1:3000", undefined, true],
  ["http://127.0.0.1:3000", "http://localhost:3000", undefined, false],
  ["http://localhost", "http://127.0.0.1", undefined, false],
])("to %s, a form from origin %s fetched %s is foreign: %s", (home, origin, fetched, foreign) => {
  const headers = {
    ...(origin === undefined ? {} : { origin }),
    ...(fetched ? { "sec-fetch-site": fetched } : {}),
  }
  expect(isForeignForm(headers, new URL(home))).toBe(foreign)
})

test.each([
  [`${sessionCookie}=x`, {}, true],
  [`a=b; __Host-${sessionCookie}=x`, {}, true],
  [`${sessionCookie}=x`, { "sec-fetch-site": "none" }, true],
  [`${sessionCookie}=x`, { "sec-fetch-site": "same-origin" }, false],
  [`${sessionCookie}=x`, { origin: site }, false],
  ["commenter=x", {}, false],
  [`x${sessionCookie}=x`, {}, false],
])(
  "nobody is made to act with a session (%s) by a form whose origin is hidden",
  (cookie, headers, foreign) => {
    expect(isForeignForm({ cookie, ...headers }, new URL(site))).toBe(foreign)
  },
)
