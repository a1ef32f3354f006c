import type { Page } from "@playwright/test"
import axe from "axe-core"

/** Rules whose answer depends on how a page looks, and not only on what is in it. */
const looks = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"]

/** On a phone and a desk everything is asked; in the other scheme what it can change. */
const variants = [
  { width: 360, colorScheme: "light", rules: null },
  { width: 360, colorScheme: "dark", rules: looks },
  { width: 1280, colorScheme: "dark", rules: null },
  { width: 1280, colorScheme: "light", rules: looks },
] as const

/** What axe finds on the page as it stands, on a phone and a desk, light and dark; and whether it is wider than its window. */
export async function findingsOfLook(page: Page): Promise<string[]> {
  const found: string[] = []
  await page.evaluate(axe.source)
  for (const { width, colorScheme, rules } of variants) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    const here = await page.evaluate(look, rules && [...rules])
    found.push(...here.map((finding) => `${width} ${colorScheme} ${finding}`))
  }
  return found
}

async function look(rules: string[] | null): Promise<string[]> {
  const { axe } = window as unknown as { axe: typeof import("axe-core") }
  // Colours that are still changing are no finding. Those inside a closed `details` would never end by themselves.
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
  const { violations } = await axe.run(document, {
    resultTypes: ["violations"],
    rules: { "label-content-name-mismatch": { enabled: true } },
    ...(rules ? { runOnly: rules } : {}),
  })
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
  const excess = document.documentElement.scrollWidth - innerWidth
  if (excess <= 0) return found
  const beyond = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > innerWidth + 1,
  )
  return [...found, `is ${excess} px too wide: ${beyond.at(-1)?.outerHTML.slice(0, 200)}`]
}
