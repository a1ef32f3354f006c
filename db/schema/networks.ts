import { pgTable, text } from "drizzle-orm/pg-core"
import { bytes } from "./columns.ts"

/** Salts of network hashes and of the limits' keys, one a day; deleting a row makes that day's hashes meaningless. */
export const networkSalts = pgTable("network_salts", {
  day: text().primaryKey(),
  salt: bytes().notNull(),
})
