/** Why `refuse_change` ended a statement (`db/migrations/0006_refuse_change.sql`), or `null` for any other error. */
export function refusedChange(error: unknown): string | null {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  if (typeof cause !== "object" || cause === null || !("code" in cause) || cause.code !== "MH001") return null
  return "message" in cause ? String(cause.message) : ""
}
