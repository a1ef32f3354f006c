import { afterEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { describeEmbed } from "@/lib/embeds/describe-embed"
import { readOembed } from "@/lib/embeds/oembed"
import { createSignedIn } from "../../support/as-owner.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { startOutside } from "../../support/outside.ts"

withFreshDatabase()

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function outside(...given: Parameters<typeof startOutside>) {
  const started = await startOutside(...given)
  stops.push(started.stop)
  return started
}

const writer = () => createSignedIn(database(), { roles: ["writer"] })
const video = "https://youtu.be/dQw4w9WgXcQ"

test("a player's title is asked of its own site alone, and only of a public address", async () => {
  const wes = await writer()
  const { network, connected, requests } = await outside(() => {}, {
    "www.youtube.com": ["127.0.0.1", "10.0.0.7", "169.254.169.254"],
  })
  expect(await describeEmbed(wes, video, network)).toEqual({ ok: false })
  for (const address of ["https://evil.example/oembed", "http://127.0.0.1/", "file:///etc/passwd", ""])
    expect(await describeEmbed(wes, address, network)).toEqual({ ok: false })
  // Its site tells nothing of a map.
  expect(await describeEmbed(wes, "https://www.openstreetmap.org/#map=9/51/0", network)).toEqual({
    ok: false,
  })
  expect([connected, requests]).toEqual([[], []])
})

test("somebody who pastes a hundred players an hour gets them, and no more titles", async () => {
  const wes = await writer()
  const { network, connected } = await outside(() => {}, { "www.youtube.com": ["10.0.0.7"] })
  for (let n = 0; n < 101; n++) await describeEmbed(wes, video, network)
  let asked = 0
  const counting = {
    ...network,
    resolve: (name: string) => {
      asked++
      return network.resolve(name)
    },
  }
  expect(await describeEmbed(wes, video, counting)).toEqual({ ok: false })
  await describeEmbed(await writer(), video, counting)
  expect([asked, connected]).toEqual([1, []])
})

test("of what a site says of its player a line of words is taken, and nothing else", () => {
  const said = {
    title: " The\n<b>hall</b>\u0000 ",
    author_name: "Ada",
    html: "<script>",
    thumbnail_url: "http://x/",
  }
  expect(readOembed(JSON.stringify(said))).toEqual({ title: "The <b>hall</b>", author: "Ada" })
  expect(readOembed(JSON.stringify({ title: "x".repeat(50_000) }))?.title).toHaveLength(300)
  expect(readOembed(JSON.stringify({ title: "A", author_name: 7 }))).toEqual({ title: "A", author: "" })
  for (const useless of ["", "<html>", "null", "[]", '{"title":{}}', '{"title":" "}'])
    expect(readOembed(useless)).toBe(null)
})
