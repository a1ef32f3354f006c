import { placeholder } from "@/lib/documents/placeholder"
import type { Block } from "@/lib/documents/write-document"

/** Who answers for the publication, as far as its settings say so. */
export type Responsible = { contactEmail: string; imprint: string }

/** The imprint, or the place for it. */
export function imprintOf({ imprint }: Responsible): Block {
  return imprint.trim() === ""
    ? placeholder(
        "the name and address of the person or organisation responsible, as the law where you live may require",
      )
    : { lines: imprint }
}

/** Where to write to, or the place for it. */
export function writeTo({ contactEmail }: Responsible): string {
  return contactEmail === ""
    ? placeholder("an email address, a telephone number or a postal address")
    : `Write to [${contactEmail}](mailto:${encodeURI(contactEmail)}).`
}
