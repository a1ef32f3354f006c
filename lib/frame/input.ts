import { z } from "zod"
import { linkAddress } from "@/lib/documents/link-url"
import type { Parsed } from "@/lib/form-state"
import { linkRows, longestLabel } from "@/lib/frame/limits"
import { siteLinks } from "@/lib/frame/site-links"
import type { FrameLink, FramePlace } from "@/lib/frame/types"
import { formSchema, parseForm } from "@/lib/parse-form"
import { parseRows } from "@/lib/parse-rows"
import { oneLine } from "@/lib/text/storable"

const choose = "Choose what the link leads to."

const link = formSchema(
  z
    .object({
      target: z.string().regex(/^((page|tag):[1-9]\d{0,14}|url|\/[a-z.]*)$/, choose),
      url: z.string().default(""),
      label: z
        .string()
        .default("")
        .transform(oneLine)
        .pipe(z.string().max(longestLabel, `Make it shorter: ${longestLabel} characters at most.`)),
    })
    .transform(({ target, url, label }, context): FrameLink => {
      const [kind, number] = target.split(":")
      const nothing = { label, pageId: null, tagId: null, url: null }
      if (kind === "page") return { ...nothing, pageId: Number(number) }
      if (kind === "tag") return { ...nothing, tagId: Number(number) }
      if (kind !== "url") {
        const name = siteLinks[target]
        if (name) return { ...nothing, url: target, label: label || name }
        context.addIssue({ code: "custom", message: choose, path: ["target"] })
        return z.NEVER
      }
      const address = linkAddress(url)
      if (!address || !/^(\/|https?:)/.test(address))
        context.addIssue({
          code: "custom",
          message: "Write an address such as https://example.org or /archive.",
          path: ["url"],
        })
      if (!label) context.addIssue({ code: "custom", message: "Give the link a label.", path: ["label"] })
      return { ...nothing, url: address }
    }),
  { target: 100, url: 4000, label: 1000 },
)

const place = formSchema(
  z.object({
    place: z.enum(["menu", "footer"]),
    intent: z.enum(["save", "automatic"]).default("save"),
    /** The newest link that the form was filled over, 0 where there was none. */
    seen: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .optional(),
  }),
  { place: 100, intent: 100, seen: 100 },
)

export type FrameForm = { place: FramePlace; links: FrameLink[]; seen?: number | undefined }

/** The menu or the footer as somebody wants it; no links where it is to be automatic. */
export function parseFrame(sent: unknown): Parsed<FrameForm> {
  const about = parseForm(place, sent)
  if (!about.ok) return about
  const { intent, ...rest } = about.value
  if (intent === "automatic") return { ok: true, value: { ...rest, links: [] } }
  const links = parseRows(link, sent, linkRows)
  if (!links.ok) return links
  if (links.value.length === 0)
    return { ok: false, errors: {}, message: "Add a link first, or use the automatic links." }
  return { ok: true, value: { ...rest, links: links.value } }
}
