import { z } from "zod"
import { embedTarget } from "@/lib/documents/embed-url"
import { embedLimits } from "@/lib/documents/limits"
import { oneLine } from "@/lib/text/storable"

export const badEmbed =
  "The text holds a player of a site that is not among those this site shows. Remove it, or put a link in its place."

const line = (longest: number) => z.string().max(longest, { abort: true }).transform(oneLine).default("")

/** A player of another site, named by the address of its page; where its frame is follows from that. */
export const embed = z.object({
  type: z.literal("embed"),
  attrs: z.object({
    url: z.unknown().transform((url, context) => {
      const target = embedTarget(url)
      if (target === null) context.addIssue({ code: "custom", message: badEmbed })
      return target?.url ?? ""
    }),
    title: line(embedLimits.title),
    author: line(embedLimits.author),
  }),
})

export type EmbedNode = z.output<typeof embed>
