import { JSDOM } from "jsdom"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { RevisionState } from "@/components/revisions/revision-state"
import type { ListedRevision, VersionedStory } from "@/lib/posts/revisions/queries"

const story = { status: "published", liveRevisionId: 9, workingRevisionId: 9 } as VersionedStory

function said(from: string, until: string): string {
  const revision = { id: 7, publicFrom: new Date(from), publicUntil: new Date(until) } as ListedRevision
  const { window } = new JSDOM(renderToStaticMarkup(<RevisionState {...{ story, revision }} />))
  return window.document.body.textContent
}

test("an editor reads from when until when a version was public, and of a short while that it was one", () => {
  expect(said("2026-11-30T13:22:01Z", "2026-11-30T13:23:00Z")).toBe(
    "Public from 30 Nov 2026, 13:22 until 30 Nov 2026, 13:23",
  )
  expect(said("2026-11-30T13:22:01Z", "2026-11-30T13:22:59Z")).toBe(
    "Public for less than a minute, at 30 Nov 2026, 13:22",
  )
})
