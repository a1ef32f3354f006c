/** How often a property is tried: in `npm run check` a tenth as often as in `npm test`. */
export function runs(wanted: number): number {
  return process.env.TESTS === "quick" ? Math.ceil(wanted / 10) : wanted
}
