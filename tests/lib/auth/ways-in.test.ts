import fs from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"

const root = path.join(import.meta.dirname, "../../..")

/** Where a session begins, and after what, as README names the ways in. */
const waysIn: Record<string, string> = {
  "app/setup/[token]/actions.ts": "mailed link, one-time link of an invitation or of the operator",
  "app/sign-in/actions.ts": "passkey",
  "app/sign-in/second-factor/actions.ts": "second factor",
  "lib/auth/auth.ts": "password",
  // What the four above call.
  "lib/auth/open-session.ts": "",
  "lib/auth/sessions.ts": "",
}

test("ASVS 6.3.4: a session begins in the ways that README names, and in no other", () => {
  const makers = ["app", "lib", "server", "components", "db"].flatMap(filesIn).filter((file) => {
    const text = fs.readFileSync(path.join(root, file), "utf8")
    return /\b(startSession|openSession|startPasswordSession|encodeSession)\(|insert\(sessions\)/.test(text)
  })
  expect(makers.filter((file) => file !== "lib/auth/session-cookie.ts").toSorted()).toEqual(
    Object.keys(waysIn).toSorted(),
  )
  const readme = fs.readFileSync(path.join(root, "README.md"), "utf8")
  expect(readme.replace(/\s+/g, " ")).toContain(
    "Ways in, all of them: password, mailed link, passkey, one-time link of an invitation or of the operator; the second factor is asked after each but the passkey.",
  )
})

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(tsx?|mjs)$/.test(file))
    .map((file) => `${folder}/${file}`)
}
