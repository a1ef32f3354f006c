// @vitest-environment jsdom
import { flushSync } from "react-dom"
import { createRoot } from "react-dom/client"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { TimeZone } from "@/components/desk/time-zone"
import { ActionBar } from "@/components/editor/action-bar"
import { storyKind } from "@/components/editor/kind"
import type { SaverView } from "@/components/editor/saver-tools"
import type { HeldText } from "@/lib/documents/save-answer"

const own = Intl.DateTimeFormat().resolvedOptions().timeZone
/** Hours away from each other, so that one of them is away from this machine, too. */
const [far, farther] = ["Pacific/Honolulu", "Asia/Ho_Chi_Minh"]
const publishAt = "2027-05-10T08:05:00.000Z"
const elsewhere = new Date(publishAt).getTimezoneOffset() === 600 ? farther : far

/** The bar of a scheduled story, at the desk of a publication in this zone. */
function bar(zone: string, state: SaverView["state"] = { phase: "idle" }) {
  const story = { id: 1, version: 1, status: "scheduled", publishAt } as unknown as HeldText
  const view = { story, state, dirty: false, keeping: "kept" } as unknown as SaverView
  const nothing = { onWish: () => {}, onPreview: () => {} }
  return (
    <TimeZone name={zone}>
      <ActionBar kind={storyKind} view={view} ready mayPublish={false} isOwn={false} {...nothing} />
    </TimeZone>
  )
}

function seen(zone: string): string {
  const place = document.createElement("div")
  const root = createRoot(place)
  flushSync(() => root.render(bar(zone)))
  const sentence = [...place.querySelectorAll("p")].find((p) => p.textContent?.startsWith("Goes out on"))
  root.unmount()
  return sentence?.textContent ?? ""
}

test("an editor at home reads when a story goes out without a zone, which goes without saying", () => {
  expect(seen(own)).toMatch(/^Goes out on \d+ May 2027, \d\d:\d\d\. Save changes/)
})

test("an editor whose own clocks go otherwise reads whose time it is", () => {
  expect(seen(elsewhere)).toMatch(
    /^Goes out on \d+ May 2027, \d\d:\d\d \((Pacific\/Honolulu|Asia\/Ho Chi Minh)\)\. Save/,
  )
})

test("before its scripts run, the bar names no zone: it cannot know where the editor is", () => {
  for (const zone of [own, elsewhere]) expect(renderToStaticMarkup(bar(zone))).not.toContain("</time> (")
})

test("whoever has just scheduled a story reads “Scheduled” once", () => {
  const scheduled = { phase: "saved", wish: "schedule" } as SaverView["state"]
  expect(renderToStaticMarkup(bar(own, scheduled)).match(/>Scheduled</g)).toHaveLength(1)
  const later = renderToStaticMarkup(bar(own))
  expect(later).toContain(">Scheduled<")
  expect(later).toContain(">Saved<")
})

test("an editor whose text is not withdrawn reads that, and not that it is not saved", () => {
  const refused = { phase: "refused", wish: "unpublish", message: "", errors: {} } as const
  expect(renderToStaticMarkup(bar(own, refused))).toContain(">Not withdrawn<")
})
