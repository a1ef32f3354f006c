import { expect, test } from "vitest"
import { gridStep } from "../../../components/media/grid-step.ts"

/**
 * 0 1 2
 * 3 4 5
 * 6
 */
const step = (key: string, at: number, isRtl = false) => gridStep(key, { at, count: 7, columns: 3, isRtl })

test("somebody walks along a row and on to the next one", () => {
  expect([0, 2, 6].map((at) => step("ArrowRight", at))).toEqual([1, 3, null])
  expect([0, 3, 6].map((at) => step("ArrowLeft", at))).toEqual([null, 2, 5])
})

test("somebody walks down and up a column, and over a short last row to its end", () => {
  expect([0, 3, 4, 5, 6].map((at) => step("ArrowDown", at))).toEqual([3, 6, 6, 6, null])
  expect([1, 4, 6].map((at) => step("ArrowUp", at))).toEqual([null, 1, 3])
})

test("somebody jumps to the first and to the last picture", () => {
  expect([step("Home", 4), step("End", 4), step("Home", 0), step("End", 6)]).toEqual([0, 6, null, null])
})

test("where a page runs from right to left, so does the walk", () => {
  expect([step("ArrowLeft", 0, true), step("ArrowRight", 1, true), step("ArrowRight", 0, true)]).toEqual([
    1,
    0,
    null,
  ])
})

test("other keys are left to the browser", () => {
  expect(["Tab", "Enter", " ", "a", "PageDown"].map((key) => step(key, 4))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})
