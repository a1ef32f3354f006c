import { type SQL, sql } from "drizzle-orm"

// A list as one parameter: thousands of parameters take longer to read than the query to run.

/** Numbers, to stand after `in`. */
export function numbers(list: readonly number[]): SQL {
  return sql`(select value::bigint from jsonb_array_elements_text(${JSON.stringify(list)}::text::jsonb))`
}

/** Texts, to stand after `in`. */
export function texts(list: readonly string[]): SQL {
  return sql`(select jsonb_array_elements_text(${JSON.stringify(list)}::text::jsonb))`
}

/** Rows named `r`, to stand after `from`, with their columns and types as Postgres writes them. */
export function rowsOf(rows: readonly Record<string, unknown>[], columns: SQL): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(${columns})`
}
