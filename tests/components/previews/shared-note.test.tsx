import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { SharedNote } from "@/components/previews/shared-note"

test("somebody outside the newsroom, who may be anywhere, reads by whose clocks a preview ends and an embargo lifts", () => {
  const nextYear = new Date().getUTCFullYear() + 1
  const html = renderToStaticMarkup(
    <SharedNote
      story={{ status: "draft", unseen: false, embargoUntil: new Date(`${nextYear}-07-01T08:00:00Z`) }}
      link={{ expiresAt: new Date(`${nextYear}-07-02T09:30:00Z`), by: "Nell" }}
      locale={{ language: "en", timeZone: "America/St_Johns" }}
    />,
  )
  const words = html.replace(/<[^>]+>/g, "")
  expect(words).toContain(`Embargoed until 1 Jul ${nextYear}, 05:30 (America/St Johns).`)
  expect(words).toContain(`The link works until 2 Jul ${nextYear}, 07:00 (America/St Johns).`)
})
