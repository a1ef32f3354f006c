import type { Locator, Page } from "@playwright/test"

/** Presses Tab until this has the focus; once around the page and never there is a mistake. */
export async function reach(wanted: Locator): Promise<void> {
  const { keyboard } = wanted.page()
  const isReached = () => wanted.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 150; presses++) {
    if (await isReached()) return
    await keyboard.press("Tab")
  }
  throw new Error(`Tab never reaches ${wanted}.`)
}

export async function press(wanted: Locator): Promise<void> {
  await reach(wanted)
  await wanted.page().keyboard.press("Enter")
}

/** Checks a box, or takes its tick away. */
export async function tick(box: Locator): Promise<void> {
  await reach(box)
  await box.page().keyboard.press("Space")
}

/** Writes into a field in place of what is in it. */
export async function write(field: Locator, text: string): Promise<void> {
  await reach(field)
  const { keyboard } = field.page()
  await keyboard.press("Control+A")
  await keyboard.type(text)
}

/** Goes through the options with the arrows, from the first one on. */
export async function choose(select: Locator, label: string): Promise<void> {
  await reach(select)
  const { keyboard } = select.page()
  await keyboard.press("Home")
  const options = await select.locator("option").count()
  for (let presses = 0; presses < options; presses++) {
    if ((await select.locator("option:checked").textContent()) === label) return
    await keyboard.press("ArrowDown")
  }
  throw new Error(`The arrows lead to no option “${label}” of ${select}.`)
}

/** Opens a room of the desk by its link. */
export async function goTo(page: Page, room: string): Promise<void> {
  await press(page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: room, exact: true }))
  await page.waitForURL((url) => url.pathname !== "/desk" || room === "Today")
}
