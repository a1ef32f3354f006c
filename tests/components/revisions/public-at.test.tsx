import { JSDOM } from "jsdom"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { PublicAt } from "@/components/revisions/public-at"

const nine = "2026-07-01T09:00"

function ask(at: string | undefined, found: number | null): Document {
  const shown = <PublicAt storyId={7} at={at} found={found} timeZone="America/New_York" />
  return new JSDOM(renderToStaticMarkup(shown)).window.document
}

test("whoever asks what a story said at nine is told by whose clocks, and sends the moment to the list of versions", () => {
  const page = ask(undefined, null)
  const form = page.querySelector("form")
  expect(form?.getAttribute("action")).toBe("/desk/posts/7/revisions#public-at")
  expect(form?.method).toBe("get")
  expect(form?.querySelector("button")?.type).toBe("submit")
  const field = page.querySelector<HTMLInputElement>("input[name=at]")
  expect(field?.type).toBe("datetime-local")
  expect(field?.required).toBe(true)
  expect(page.querySelector(`label[for="${field?.id}"]`)?.textContent).toContain("At this moment")
  const hint = field?.getAttribute("aria-describedby") ?? ""
  expect(page.getElementById(hint)?.textContent).toBe("In the time of America/New York.")
  // Nobody has asked yet, so nothing is answered.
  expect(page.querySelector("[role=status]")).toBeNull()
})

test("what a story said at nine is one link away, and the moment stays in its field", () => {
  const page = ask(nine, 31)
  const answer = page.querySelector("[role=status]")
  expect(answer?.textContent).toBe("At that moment readers saw this version.")
  expect(answer?.querySelector("a")?.getAttribute("href")).toBe("/desk/posts/7/revisions/compare?to=31")
  expect(page.querySelector("input[name=at]")?.getAttribute("value")).toBe(nine)
})

test("of a moment at which readers saw nothing that is kept, a sentence says so and no link leads on", () => {
  const answer = ask(nine, null).querySelector("[role=status]")
  expect(answer?.textContent).toBe(
    "At that moment readers saw nothing of this story, or it is not known what.",
  )
  expect(answer?.querySelector("a")).toBeNull()
})
