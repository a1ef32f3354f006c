import { english, quotesOf } from "@/components/editor/typography/quotes"

/** A browser draws these by the language of the text around, and they are not in the text. */
export function addQuotationMarks(quotation: Element): void {
  const around = quotation.parentElement
  const language = around?.closest("[lang]")?.getAttribute("lang") ?? ""
  const [open, close, innerOpen, innerClose] = quotesOf(language) ?? english
  const inner = around?.closest("q")
  quotation.replaceWith(inner ? innerOpen : open, ...quotation.childNodes, inner ? innerClose : close)
}
