import type { QueueName } from "@/lib/moderation/types"

/** So many comments can be chosen one by one. */
export const mostChosen = 500

/** Which comments are meant. */
export type BulkScope =
  | { kind: "chosen"; ids: number[] }
  | { kind: "author" | "network"; comment: number; status: QueueName | null }
  | { kind: "older"; days: number; status: QueueName }

/** A scope as an address writes it. */
export function scopeAddress(scope: BulkScope): URLSearchParams {
  if (scope.kind === "chosen") return new URLSearchParams(scope.ids.map((id) => ["ids", String(id)]))
  const { kind, status, ...rest } = scope
  const params = new URLSearchParams({ scope: kind })
  for (const [name, value] of Object.entries(rest)) params.set(name, String(value))
  if (status) params.set("status", status)
  return params
}
