"use client"

import type { Pieces } from "@/lib/page-pieces"

const held = globalThis as { mastheadPieces?: { getStore(): Pieces | undefined } }

type Props = { name: string } & (
  | { as?: "div"; className: string; dir?: "auto" }
  | { as: "script"; type: "application/ld+json" }
)

/**
 * A piece of HTML that the first pass of this page kept (`keepPiece`). What crosses to the second pass as data is written
 * four times over: for the renderer, for a script in the page, and twice more where that is taken out again. For two
 * hundred comments that was a sixth of the page's whole cost.
 */
export function PagePiece({ name, as: Box = "div", ...box }: Props) {
  const html = held.mastheadPieces?.getStore()?.get(name)
  if (html === undefined) throw new Error(`Nothing is kept as piece ${name}.`)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `keepPiece` takes only what is escaped
  return <Box {...box} dangerouslySetInnerHTML={{ __html: html }} />
}
