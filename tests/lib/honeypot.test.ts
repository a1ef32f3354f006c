import { readFileSync } from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"

const root = path.join(import.meta.dirname, "../..")

/** What browsers and password managers look for in a field's name (Chromium's and Firefox's heuristics). */
const known =
  /name|mail|tel|phone|mobile|fax|street|address|city|town|state|province|region|country|zip|postal|company|organi[sz]ation|business|url|web|site|user|login|pass|pwd|birth|age|sex|gender|title|card|cc|cvc|cvv|expir|otp|code|search|query|comment|message|subject|note/i

test("the field that nobody sees has a name that no form filler knows, and asks for nothing", () => {
  const trap = /Leave this empty\s*<input name="(\w+)"([^>]*)>/.exec(
    readFileSync(path.join(root, "components/ui/left-empty.tsx"), "utf8"),
  )
  expect(trap?.[1]).not.toMatch(known)
  expect(trap?.[2]).toContain('autoComplete="off"')
  expect(trap?.[2]).toContain("tabIndex={-1}")
})

test.each([
  "components/comments/author-fields.tsx",
  "components/newsletter/signup-form.tsx",
  "components/corrections/error-report-form.tsx",
])("%s has it", (file) => {
  expect(readFileSync(path.join(root, file), "utf8")).toContain("<LeftEmpty />")
})
