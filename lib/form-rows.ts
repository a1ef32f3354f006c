/** A list that is edited as one form: each row has these fields, as `label-1`, `label-2`. */
export type RowFields = {
  names: readonly string[]
  most: number
  /** What a new row begins with, where that is not nothing. */
  begun?: Readonly<Record<string, string>>
}

export type RowValues = Record<string, string>

/** What the buttons beside a row are called in a form, and what they do: `up 3`, `down 3`, `remove 3`, `add`. */
export const arrangeField = "arrange"

/** The rows of a form as it was sent or as a refused one comes back. */
export function rowsIn(values: Readonly<Record<string, string>>, { names, most }: RowFields): RowValues[] {
  return Array.from({ length: most }, (_, at) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = values[`${name}-${at + 1}`]
        return value === undefined ? [] : [[name, value] as const]
      }),
    ),
  ).filter((row) => Object.keys(row).length > 0)
}

/**
 * What a press on one of those buttons makes of a form: its fields with the rows in their new order, and in `arranged`
 * the press to give the focus back to, for `tellArranged` in `done` what became of the row. `null` where another button was pressed.
 */
export function arrangeRows(sent: unknown, fields: RowFields): Record<string, string> | null {
  if (!(sent instanceof FormData)) return null
  const press = sent.get(arrangeField)
  const [, act, number] = /^(up|down|remove|add)(?: (\d{1,2}))?$/.exec(String(press ?? "")) ?? []
  if (!act) return null
  const values: Record<string, string> = {}
  for (const [name, value] of sent) if (typeof value === "string") values[name] ??= value
  const rows = rowsIn(values, fields)
  const { next, focus, done } = arranged(rows, { act, at: Number(number) - 1 }, fields)
  const rest = Object.entries(values).filter(([name]) => name !== arrangeField && !isOfRow(name, fields))
  return { ...Object.fromEntries(rest), ...named(next), arranged: focus, done }
}

/** What became of a row, to those who see and who hear it. */
export function tellArranged(noun: string, { done }: Readonly<Record<string, string>>): string {
  return `${noun} ${done}. Not saved yet.`
}

export function newRow({ names, begun }: RowFields): RowValues {
  return { ...Object.fromEntries(names.map((name) => [name, ""])), ...begun }
}

/** The fields of these rows, by their names in the form. */
function named(rows: readonly RowValues[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap((row, at) => Object.entries(row).map(([name, value]) => [`${name}-${at + 1}`, value])),
  )
}

type Press = { act: string; at: number }

function arranged(
  rows: readonly RowValues[],
  { act, at }: Press,
  fields: RowFields,
): { next: RowValues[]; focus: string; done: string } {
  if (act === "add") {
    const next = rows.length < fields.most ? [...rows, newRow(fields)] : [...rows]
    return { next, focus: `row ${next.length}`, done: `${next.length} is new` }
  }
  const row = rows[at]
  const others = rows.filter((one) => one !== row)
  if (!row || act === "remove") return { next: others, focus: "add", done: `${at + 1} is removed` }
  const to = Math.min(Math.max(0, act === "up" ? at - 1 : at + 1), rows.length - 1)
  const isAtEnd = to === (act === "up" ? 0 : rows.length - 1)
  const other = act === "up" ? "down" : "up"
  const done = `${at + 1} is now number ${to + 1}`
  return { next: others.toSpliced(to, 0, row), focus: `${isAtEnd ? other : act} ${to + 1}`, done }
}

function isOfRow(name: string, { names }: RowFields): boolean {
  const [, field = ""] = /^([A-Za-z]+)-\d+$/.exec(name) ?? []
  return names.includes(field)
}
