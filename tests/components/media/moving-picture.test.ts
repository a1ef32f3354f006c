import { expect, test } from "vitest"
import { pictureContent } from "@/components/media/picture-html"
import type { Picture } from "@/lib/media/types"

type Format = Picture["files"][number]["format"]

function contentOf(...formats: Format[]): string {
  const files = formats.map((format) => ({
    format,
    width: 960,
    height: 640,
    bytes: 900,
    name: `960-0a1b2c3d.${format}`,
  }))
  const size = { width: 960, height: 640, color: "#336699", focusX: 500, focusY: 500 }
  return String(pictureContent({ folder: "/media/x", files, ...size }, { alt: "A dance", shape: "lead" }))
}

test("who asked for less motion gets an animation's first frame, before any source that moves", () => {
  const [first = ""] = contentOf("webp", "jpeg").match(/<source[^>]*>/) ?? []
  expect(first).toContain('media="(prefers-reduced-motion: reduce)"')
  expect(first).toContain("960-0a1b2c3d.jpeg 960w")
})

test("a picture that stands still is the same for everybody", () => {
  expect(contentOf("avif", "webp", "jpeg")).not.toContain("prefers-reduced-motion")
  expect(contentOf("jpeg")).not.toContain("prefers-reduced-motion")
})
