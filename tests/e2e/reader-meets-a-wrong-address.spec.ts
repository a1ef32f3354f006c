import { expect, test } from "../support/fixtures.ts"

/** Addresses of every kind that finds nothing, a newsletter's among them. */
const letters = [
  "/newsletter/confirm/ended",
  "/newsletter/preferences/ended",
  "/newsletter/unsubscribe/ended",
]
const others = [
  "/never/was",
  "/never-was",
  "/posts/never-was",
  "/authors/never-was",
  "/tags/never-was",
  "/archive/1066/10",
  "/comments/ended",
  "/newsletters",
]

for (const address of [...letters, ...others]) {
  test(`whoever meets nothing at ${address} is offered the newest stories at once, and hears of the newsletter only from its links`, async ({
    request,
  }) => {
    const answer = await request.get(address)
    const html = await answer.text()
    expect(answer.status()).toBe(404)
    const [main = ""] = /<main.*<\/main>/s.exec(html) ?? []
    expect(new Set(main.match(/href="\/posts\/[^"/#]+"/g)).size).toBe(4)
    expect(html.includes("sign up again")).toBe(letters.includes(address))
    expect([...preloaded(answer.headers().link ?? "", html)]).toEqual([expect.stringMatching(/\.woff2$/)])
  })
}

test("a page of a wrong address preloads the face that its headline is set in, and no other", async ({
  desk,
}) => {
  const answer = await desk.goto("/never/was")
  const files = preloaded(answer?.headers().link ?? "", (await answer?.text()) ?? "")
  const headline = desk.getByRole("heading", { level: 1 })
  const needed = await headline.evaluate(async (element) => {
    const files: string[] = []
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) {
        if (!(rule instanceof CSSFontFaceRule)) continue
        const family = rule.style.getPropertyValue("font-family")
        const [, file] = /url\("?([^")]+)/.exec(rule.style.getPropertyValue("src")) ?? []
        if (!file || !getComputedStyle(element).fontFamily.includes(family.replaceAll('"', ""))) continue
        // Answers the faces that have a letter of these words.
        const faces = await document.fonts.load(`500 1em ${family}`, element.textContent ?? "")
        if (faces.length > 0) files.push(new URL(file, sheet.href ?? location.href).pathname)
      }
    }
    return files
  })
  expect([...files]).toEqual(needed)
})

/** The fonts that a page has its browser fetch before it is read, by its head or its headers. */
function preloaded(link: string, html: string): Set<string> {
  const head = [...html.matchAll(/<link rel="preload" href="([^"]+)" as="font"/g)]
  const header = [...link.matchAll(/<([^>]+)>; rel="?preload"?; as="?font"?/g)]
  return new Set([...head, ...header].map(([, file = ""]) => file))
}
