import "server-only"
import { and, type SQL, sql } from "drizzle-orm"
import { postPreviewLinks } from "@/db/schema/post-preview-links"

/** Links that have neither ended nor been revoked. */
export const openLinks: SQL | undefined = and(
  sql`${postPreviewLinks.expiresAt} > now()`,
  sql`${postPreviewLinks.revokedAt} is null`,
)
