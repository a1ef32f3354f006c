import postgres from "postgres"
import { ownerUrl } from "./owner.ts"

/** Works while no other worker does such work: for what changes a setting of the whole site, of which all share one. */
export async function holdTurn(work: () => Promise<void>): Promise<void> {
  const connection = postgres(ownerUrl(), { max: 1 })
  try {
    await connection`select pg_advisory_lock(hashtext('turn of a test'))`
    await work()
  } finally {
    // The lock ends with its connection.
    await connection.end()
  }
}
