import { expect, type Page } from "@playwright/test"

/** Follows a link of the desk, expects that the browser asks whether to leave, and stays. */
export async function expectAsked(page: Page, link: string): Promise<void> {
  const asked: string[] = []
  page.once("dialog", (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  const { pathname } = new URL(page.url())
  await follow(page, link)
  await expect.poll(() => asked).toEqual(["beforeunload"])
  expect(new URL(page.url()).pathname).toBe(pathname)
}

/** Follows a link of the desk and expects to get there: a question that nobody answers keeps the page. */
export async function expectLeft(page: Page, link: string): Promise<void> {
  await follow(page, link)
  await expect(page.getByRole("heading", { level: 1, name: link })).toBeVisible()
}

async function follow(page: Page, link: string): Promise<void> {
  await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: link, exact: true }).click()
}
