import { z } from "zod"
import { line } from "@/lib/documents/inline-nodes"
import { blockLimits } from "@/lib/documents/limits"

const span = (most: number) => z.int().min(1).max(most).catch(1)

const cell = z.object({
  type: z.literal(["tableCell", "tableHeader"]),
  attrs: z
    .object({ colspan: span(blockLimits.columns), rowspan: span(blockLimits.rows) })
    .default({ colspan: 1, rowspan: 1 }),
  content: line,
})

/** Cells hold a line of text each. */
export const table = z.object({
  type: z.literal("table"),
  content: z.array(z.object({ type: z.literal("tableRow"), content: z.array(cell).optional() })).optional(),
})

export type TableNode = z.output<typeof table>
