/** A page as its form shows it, the text aside. */
export type PageFields = {
  title: string
  description: string
  /** Empty while the address follows the title. */
  slug: string
  parentId: string
  purpose: string
}
