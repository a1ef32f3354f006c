import fs from "node:fs"
import path from "node:path"
import fc from "fast-check"
import { expect, test } from "vitest"
import { accentShades, contrastOf, defaultAccent, grounds } from "@/lib/settings/accent"

const schemes = ["light", "dark"] as const

test("whatever colour is chosen, text in it can be read on paper and on raised paper, by day and by night", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const shades = accentShades(`#${number.toString(16).padStart(6, "0")}`)
      for (const scheme of schemes) {
        expect(shades[scheme]).toMatch(/^#[0-9a-f]{6}$/)
        expect(contrastOf(shades[scheme], scheme)).toBeGreaterThanOrEqual(4.5)
      }
    }),
  )
})

test("a colour that can be read stays as it was chosen", () => {
  expect(accentShades("#0055aa").light).toBe("#0055aa")
  expect(accentShades("#ffe600").dark).toBe("#ffe600")
})

test("the colours that are judged are those of the style sheet", () => {
  const css = fs.readFileSync(path.join(import.meta.dirname, "../../../app/globals.css"), "utf8")
  const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)")
  for (const [scheme, sheet] of [
    ["light", light],
    ["dark", dark],
  ] as const) {
    const { paper, raised, ink } = grounds[scheme]
    for (const line of [`--color-paper: ${paper}`, `--color-raised: ${raised}`, `--color-ink: ${ink}`])
      expect(sheet).toContain(line)
    expect(sheet).toContain(`--color-accent: ${accentShades(defaultAccent)[scheme]}`)
  }
})
