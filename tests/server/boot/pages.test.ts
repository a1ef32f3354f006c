import { IncomingMessage, ServerResponse } from "node:http"
import { Socket } from "node:net"
import { afterEach, expect, test, vi } from "vitest"
import { keepPiece } from "@/lib/page-pieces"
import { html } from "@/lib/text/html"
import { withPagePieces } from "../../../server/boot/pages.ts"

afterEach(() => vi.unstubAllEnvs())

/** What is kept of a page at this address. */
async function kept(url: string): Promise<string | null> {
  vi.stubEnv("NODE_ENV", "production")
  const req = new IncomingMessage(new Socket())
  req.url = url
  let piece: string | null = null
  await withPagePieces(async () => {
    piece = keepPiece(html`<p>words</p>`)
  })(req, new ServerResponse(req))
  return piece
}

test("a reader's page keeps its long texts out of what React hands to a browser", async () => {
  expect(await kept("/posts/a")).toBe("0")
  expect(await kept("/posts/a?page=2")).toBe("0")
})

test.each(["/desk/posts/1/preview", "/desk", "/sign-in", "/setup/token"])(
  "%s, where React goes on in the browser, keeps nothing from it",
  async (url) => expect(await kept(url)).toBeNull(),
)
