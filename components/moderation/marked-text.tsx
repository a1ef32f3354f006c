import { Fragment } from "react"
import { aroundBlackouts, blackoutWords } from "@/lib/text/blackout"

/** A text with a box for each blackout. */
export function MarkedText({ text }: { text: string }) {
  return aroundBlackouts(text).map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have nothing else, and keep their order.
    <Fragment key={at}>
      {at > 0 ? <span className="blackout">{blackoutWords}</span> : null}
      {piece}
    </Fragment>
  ))
}
