import { newRow, type RowFields, type RowValues, rowsIn } from "@/lib/form-rows"
import type { FormState } from "@/lib/form-state"

/**
 * The rows of a form as they stand: as they were saved, or as somebody has arranged them since.
 * @returns `key`, another one whenever the fields have to begin anew
 */
export function rowsOfForm(state: FormState, saved: readonly RowValues[], fields: RowFields) {
  const refused = state.status === "refused" ? state : undefined
  const rows = refused ? rowsIn(refused.values, fields) : [...saved]
  return {
    rows: rows.length > 0 || refused ? rows : [newRow(fields)],
    arranged: refused?.values.arranged,
    key: JSON.stringify([refused?.values.arranged, rows]),
  }
}
