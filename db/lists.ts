import { type SQL, sql } from "drizzle-orm"

// A list as one parameter. Thousands of parameters take longer to read than the query to run, and each number of them is
// another statement, which Postgres keeps for as long as the connection where it is prepared.

/** Numbers, to stand after `in`. */
export function numbers(list: readonly number[]): SQL {
  return sql`(select value::bigint from jsonb_array_elements_text(${JSON.stringify(list)}::text::jsonb))`
}

/** Texts, to stand after `in`. */
export function texts(list: readonly string[]): SQL {
  return sql`(select jsonb_array_elements_text(${JSON.stringify(list)}::text::jsonb))`
}

/** Hashes and other bytes, to stand after `in`. */
export function byteList(list: readonly Buffer[]): SQL {
  const hex = JSON.stringify(list.map((one) => one.toString("hex")))
  return sql`(select decode(value, 'hex') from jsonb_array_elements_text(${hex}::text::jsonb))`
}

/** Rows named `r`, to stand after `from`, with their columns and types as Postgres writes them. */
export function rowsOf(rows: readonly Record<string, unknown>[], columns: SQL): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(${columns})`
}
