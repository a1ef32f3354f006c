/** One budget of the design, and how it came out. `wrong` is a promise broken, `over` a figure to look at. */
export type Row = {
  what: string
  budget: string
  measured: string
  verdict: "pass" | "over" | "wrong" | "–"
  note?: string
}

/** Judges a figure against its budget; a figure that could not be had is no verdict. */
export function row(
  what: string,
  figure: number | null,
  limit: { atMost?: number; atLeast?: number; moreThan?: number },
  show: (figure: number) => string,
  note?: string,
): Row {
  const [word, bound] =
    limit.atMost !== undefined
      ? ["≤", limit.atMost]
      : limit.atLeast !== undefined
        ? ["≥", limit.atLeast]
        : [">", limit.moreThan ?? 0]
  const budget = `${word} ${show(bound)}`
  if (figure === null) return { what, budget, measured: "not measurable here", verdict: "–", note }
  const kept = word === "≤" ? figure <= bound : word === "≥" ? figure >= bound : figure > bound
  return { what, budget, measured: show(figure), verdict: kept ? "pass" : "over", note }
}

/** A figure without a budget. */
export function fact(what: string, measured: string, note?: string): Row {
  return { what, budget: "", measured, verdict: "–", note }
}

export function printTable(rows: Row[]): void {
  const columns = ["what", "budget", "measured", "verdict"] as const
  const widths = columns.map((key) => Math.max(key.length, ...rows.map((each) => each[key].length)))
  const line = (cells: readonly string[]) => cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")
  console.log(`\n${line(columns)}\n${widths.map((width) => "─".repeat(width)).join("  ")}`)
  for (const each of rows) {
    console.log(line(columns.map((key) => each[key])))
    if (each.note) console.log(`  ${each.note}`)
  }
}

export const ms = (figure: number) => `${figure.toFixed(figure < 1 ? 3 : 1)} ms`
export const perSecond = (figure: number) => `${Math.round(figure)}/s`
export const kilobytes = (figure: number) => `${(figure / 1000).toFixed(1)} kB`
export const megabytes = (figure: number) => `${Math.round(figure / 1_000_000)} MB`
export const seconds = (figure: number) => `${figure.toFixed(2)} s`
export const ratio = (figure: number) => `${figure.toFixed(2)} × nginx`
export const plain = (figure: number) => String(figure)
