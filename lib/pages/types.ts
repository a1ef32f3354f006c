import type { pages } from "@/db/schema/pages"

export type StoredPage = typeof pages.$inferSelect

export type PageStatus = StoredPage["status"]

/** What the site itself refers to a page as. */
export type PagePurpose = NonNullable<StoredPage["purpose"]>
