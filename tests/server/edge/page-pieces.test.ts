import { afterEach, expect, test, vi } from "vitest"
import { keepPiece } from "@/lib/page-pieces"
import { html } from "@/lib/text/html"
import { Upstream } from "../../../server/edge/upstream.ts"
import { answerUpstream } from "../../../server/edge/upstream-server.ts"
import { listenOnSocket } from "../../../server/edge/upstream-socket.ts"

afterEach(() => vi.unstubAllEnvs())

/** What is kept of a page at this address. */
async function kept(path: string): Promise<string> {
  vi.stubEnv("NODE_ENV", "production")
  const behind = await listenOnSocket()
  const upstream = new Upstream(behind.socketPath)
  const render = async (_: unknown, res: { end(text: string): unknown }) =>
    res.end(String(keepPiece(html`<p>words</p>`)))
  answerUpstream(behind, render, { ready: async () => [], changed() {} })
  try {
    return String((await upstream.render({ method: "GET", path, headers: {} })).body)
  } finally {
    upstream.close()
    await behind.close()
  }
}

test("a reader's page keeps its long texts out of what React hands to a browser", async () => {
  expect(await kept("/posts/a")).toBe("0")
  expect(await kept("/posts/a?page=2")).toBe("0")
})

test.each(["/desk/posts/1/preview", "/desk", "/sign-in", "/setup/token"])(
  "%s, where React goes on in the browser, keeps nothing from it",
  async (url) => expect(await kept(url)).toBe("null"),
)
