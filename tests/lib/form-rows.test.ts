import { expect, test } from "vitest"
import { arrangeRows, rowsIn, tellArranged } from "@/lib/form-rows"

const fields = { names: ["a", "b"], most: 3, begun: { b: "4" } }

function press(arrange: string, rows: [string, string][]) {
  const form = new FormData()
  form.set("other", "kept")
  for (const [at, [a, b]] of rows.entries()) {
    form.set(`a-${at + 1}`, a)
    form.set(`b-${at + 1}`, b)
  }
  if (arrange) form.set("arrange", arrange)
  const values = arrangeRows(form, fields)
  return values && { rows: rowsIn(values, fields).map(({ a, b }) => `${a}${b}`), values }
}

const rows: [string, string][] = [
  ["x", "1"],
  ["y", "2"],
]

test("rows are moved, added and removed with all that was typed, and the focus goes along", () => {
  expect(press("down 1", rows)).toMatchObject({
    rows: ["y2", "x1"],
    values: { arranged: "up 2", other: "kept" },
  })
  expect(press("up 2", rows)).toMatchObject({ rows: ["y2", "x1"], values: { arranged: "down 1" } })
  expect(press("remove 1", rows)).toMatchObject({ rows: ["y2"], values: { arranged: "add" } })
  expect(press("add", rows)).toMatchObject({ rows: ["x1", "y2", "4"], values: { arranged: "row 3" } })
  expect(press("up 3", [...rows, ["z", "3"]])).toMatchObject({
    rows: ["x1", "z3", "y2"],
    values: { arranged: "up 2" },
  })
})

test("what became of a row is said in words", () => {
  const said = ["down 1", "remove 2", "add"].map((one) =>
    tellArranged("Link", press(one, rows)?.values ?? {}),
  )
  expect(said).toEqual([
    "Link 1 is now number 2. Not saved yet.",
    "Link 2 is removed. Not saved yet.",
    "Link 3 is new. Not saved yet.",
  ])
})

test("a press that no button has does nothing, and there are never more rows than there may be", () => {
  expect(press("", rows)).toBeNull()
  expect(press("swap 1", rows)).toBeNull()
  expect(press("up 7", rows)?.rows).toEqual(["x1", "y2"])
  expect(press("up 1", rows)?.rows).toEqual(["x1", "y2"])
  const full: [string, string][] = [...rows, ["z", "3"]]
  expect(press("add", full)?.rows).toEqual(["x1", "y2", "z3"])
  expect(arrangeRows("no form", fields)).toBeNull()
})
