import { closeDatabase } from "../../db/client.ts"
import type { Instance } from "./instance.ts"
import { memoryOf } from "./processes.ts"
import { fact, megabytes, type Row, row } from "./table.ts"

/** What app and database hold after all of the above; pages that several processes share count once. */
export async function measureMemory({ app, postmaster }: Instance, settling: number): Promise<Row[]> {
  // The bench's own connections are no part of it.
  await closeDatabase()
  const both = memoryOf(app.process.pid ?? 0)
  const base = memoryOf(postmaster)
  const parts = both === null || base === null ? "" : `${megabytes(base)} of it Postgres`
  return [
    row("app and database after load", both, { atMost: 350_000_000 }, megabytes, parts),
    fact("  while the demo's pictures are made, with the process that makes them, most", megabytes(settling)),
  ]
}
