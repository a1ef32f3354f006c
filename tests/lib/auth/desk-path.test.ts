import { expect, test } from "vitest"
import { deskPath } from "@/lib/auth/desk-path"

const kept = [
  "/desk",
  "/desk/posts",
  "/desk/posts/12?tab=history",
  "/desk?x=1",
  "/desk/comments?status=spam&after=3",
]

for (const path of kept) {
  test(`after sign-in a person gets the page they asked for: ${path}`, () => {
    expect(deskPath(path)).toBe(path)
  })
}

const elsewhere = [
  "https://evil.example",
  "https://evil.example/desk",
  "//evil.example/desk",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/desk\\..\\..\\evil",
  "/desk//evil.example",
  "/desk/../..//evil.example",
  "/desk/%2e%2e/%2e%2e/evil",
  "/desk/..",
  "/desk@evil.example",
  "/desk.evil.example",
  "/deskevil",
  "/desk/\tx",
  "/desk/\r\nSet-Cookie: a=b",
  "/desk/\u2028",
  " /desk",
  "javascript:alert(1)",
  "data:text/html,x",
  "http:desk",
  "/",
  "/sign-in",
  "/posts/a-story",
  "",
  `/desk/${"a".repeat(600)}`,
  null,
  undefined,
  7,
  ["/desk/posts", "//evil.example"],
]

for (const asked of elsewhere) {
  test(`sign-in leads to the desk and nowhere else: ${JSON.stringify(asked)?.slice(0, 50)}`, () => {
    expect(deskPath(asked)).toBe("/desk")
  })
}
