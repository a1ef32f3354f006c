import fs from "node:fs"
import path from "node:path"
import { expect, test, vi } from "vitest"
import type { ownCookie, ownCookieHeader } from "@/lib/auth/own-cookie"

const root = path.join(import.meta.dirname, "../../..")

test.each(["https://mag.example", "http://localhost:3000"])(
  "a cookie that is cleared is gone from the browser, on %s",
  async (SITE_URL) => {
    const { ownCookie, ownCookieHeader } = await cookiesOf(SITE_URL)
    const jar = new Map<string, string>()
    store(jar, ownCookieHeader("commenter", { value: "x", days: 1 }), SITE_URL)
    expect([...jar.values()]).toEqual(["x"])
    store(jar, ownCookieHeader("commenter", null), SITE_URL)
    expect([...jar.values()]).toEqual([])

    const set = ownCookie("commenter", { value: "x", days: 1 })
    expect(ownCookie("commenter", null)).toEqual({ ...set, value: "", maxAge: 0 })
    expect(set).toMatchObject({
      maxAge: 86_400,
      secure: SITE_URL.startsWith("https"),
      path: "/",
      sameSite: "lax",
    })
  },
)

test("nothing else sets or clears a cookie, so none can be cleared with other attributes than it has", () => {
  const files = ["app", "lib"].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(folder, file)),
  )
  const withCookies = files.filter((file) => {
    const text = fs.readFileSync(path.join(root, file), "utf8")
    return /(?<!public, )Max-Age|httpOnly|sameSite|\bjar\.delete|cookies\(\)\)?\.(delete|set)\(/i.test(text)
  })
  expect(withCookies).toEqual(["lib/auth/own-cookie.ts"])
})

/** What a browser does with a `Set-Cookie` header (RFC 6265bis 5.7): a prefixed cookie that is not Secure is ignored. */
function store(jar: Map<string, string>, header: string, site: string): void {
  const [pair = "", ...attributes] = header.split("; ")
  const [name = "", value = ""] = pair.split("=")
  const has = (attribute: string) => attributes.includes(attribute)
  if (name.startsWith("__Host-") && !(has("Secure") && has("Path=/") && site.startsWith("https"))) return
  if (has("Max-Age=0")) jar.delete(name)
  else jar.set(name, value)
}

async function cookiesOf(
  SITE_URL: string,
): Promise<{ ownCookie: typeof ownCookie; ownCookieHeader: typeof ownCookieHeader }> {
  vi.stubEnv("SITE_URL", SITE_URL)
  vi.resetModules()
  return import("@/lib/auth/own-cookie")
}
