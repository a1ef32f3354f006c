import fs from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"

/** OWASP ASVS 5.0, chapters 6 (authentication) and 7 (sessions): how many rows each section has. */
const sections: Record<string, number> = {
  "6.1": 3,
  "6.2": 12,
  "6.3": 8,
  "6.4": 6,
  "6.5": 8,
  "6.6": 4,
  "6.7": 2,
  "6.8": 4,
  "7.1": 3,
  "7.2": 4,
  "7.3": 2,
  "7.4": 5,
  "7.5": 3,
  "7.6": 2,
}

/** Rows that no test is named after, and why. */
const notTested: Record<string, string> = {
  "6.1.2":
    "A document: the words that no password is made of are named in lib/auth/password-rules.ts; 6.2.11 tests them.",
  "6.1.3":
    "A document: README names every way in and what each asks for; 6.3.4 tests that there is no other.",
  "6.3.5": "Level 3. A passkey that seems copied is told by mail; failed passwords are not.",
  "6.3.6":
    "Level 3. A mailed link signs in here, by the wish of this project; it never stands in for a second factor (6.4.3).",
  "6.4.5": "Level 3. No way to sign in here expires.",
  "6.5.7": "Level 3. Biometrics stay in the person's own device; a passkey is something they have.",
  "6.6.1": "No code is sent by telephone.",
  "6.6.4": "Level 3. There are no push notifications.",
  "6.7.1":
    "Level 3. There are no certificates to protect; public keys of passkeys are rows that only the app may write.",
  "6.8.1": "No other site signs anybody in here.",
  "6.8.3": "No other site signs anybody in here.",
  "6.8.4": "No other site signs anybody in here.",
  "7.1.1":
    "A document: README, “Sessions live thirty days, a week without a visit, any number at once”; 7.3.1 and 7.3.2 test it.",
  "7.1.2": "A document: the same paragraph; any number of sessions may be open.",
  "7.1.3": "No other site signs anybody in here.",
  "7.5.3": "Level 3. Roles and credentials ask again (7.5.1); nothing here moves money.",
  "7.6.1": "No other site signs anybody in here.",
}

const rows = Object.entries(sections).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, n) => `${section}.${n + 1}`),
)

test("each row of ASVS 5.0, chapters 6 and 7, has a test named after it or a reason why it has none", () => {
  const named = new Set(namesOfTests().flatMap((name) => name.match(/\d+\.\d+\.\d+/g) ?? []))
  expect(rows.filter((row) => !named.has(row) && !notTested[row])).toEqual([])
  expect(Object.keys(notTested).filter((row) => named.has(row) || !rows.includes(row))).toEqual([])
})

/** The part with the numbers of names such as "ASVS 6.3.1, 6.6.3: twenty guesses…". */
function namesOfTests(): string[] {
  const root = path.join(import.meta.dirname, "../..")
  return fs
    .readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(test|spec)\.ts$|support\/forged\.ts$/.test(file))
    .flatMap((file) => fs.readFileSync(path.join(root, file), "utf8").match(/["`]ASVS [\d., ]+:/g) ?? [])
}
