import { bigint, customType, timestamp } from "drizzle-orm/pg-core"

/** A row's number. 2^53 rows are enough, so it stays a JavaScript number. */
export const id = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity()

export const reference = () => bigint({ mode: "number" })

export const moment = () => timestamp({ withTimezone: true, mode: "date" })

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => "bytea",
})

/** Words as Postgres looks through them. */
export const searchWords = customType<{ data: string }>({
  dataType: () => "tsvector",
})
