import { type SQLWrapper, sql } from "drizzle-orm"
import { undoMinutes } from "@/lib/audit/types"

/** Whether what was decided at this time can still be taken back. */
export function isUndoable(decidedAt: SQLWrapper) {
  return sql<boolean>`${decidedAt} > now() - make_interval(mins => ${undoMinutes})`
}
