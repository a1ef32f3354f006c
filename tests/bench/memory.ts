import type { Instance } from "./instance.ts"
import { memoryOf } from "./processes.ts"
import { megabytes, type Row, row } from "./table.ts"

/** What app and database hold after all of the above; pages that several processes share count once. */
export async function measureMemory({ app, postmaster }: Instance): Promise<Row[]> {
  const own = memoryOf(app.process.pid ?? 0)
  const base = memoryOf(postmaster)
  const both = own === null || base === null ? null : own + base
  const parts = own === null || base === null ? "" : `app ${megabytes(own)}, Postgres ${megabytes(base)}`
  return [row("app and database after load", both, { atMost: 350_000_000 }, megabytes, parts)]
}
