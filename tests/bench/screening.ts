import { noFigures, note, sharesOf } from "../../lib/ops/screen/figures.ts"
import { count, type Tally } from "../../lib/spam/counts.ts"
import { featuresOf } from "../../lib/spam/features.ts"
import { judgeSpam } from "../../lib/spam/model.ts"
import { thresholds } from "../../lib/spam/thresholds.ts"
import { halve, type Known, readApart, readKinds, readMaterial, readVideo } from "./material.ts"
import { fact, ms, type Row, row } from "./table.ts"

/**
 * How well the filter tells spam from readers: on our own material, on the test part of kinds that it once got wrong, and
 * on what was written apart from it.
 */
export function measureScreening(): Row[] {
  const material = readMaterial()
  return [
    ...rowsOf(
      "comments screened",
      "our own, which the start is counted from too; see tests/bench/material",
      material,
    ),
    ...rowsOf(
      "comments of kinds once missed",
      "the third that no weight was fitted to and no word counted from",
      readKinds("test"),
    ),
    ...rowsOf(
      "comments under videos",
      "a dozen languages; models are chosen by them, no weight is fitted to them, no word counted from them",
      readVideo(),
    ),
    ...rowsOf(
      "comments screened, written apart",
      "no two alike, by somebody who had not seen the filter",
      readApart(),
    ),
    row(
      "a comment weighed, CPU",
      costOf(material),
      { atMost: 0.5 },
      ms,
      "features and score, counts in memory",
    ),
  ]
}

/** One way of halving a few hundred comments says more about chance than about the filter. */
const halvings = 10

/** Untaught, and each half judged by what the other taught; the mean of ten ways of halving. */
function rowsOf(what: string, where: string, material: Known[]): Row[] {
  const untaught = sharesOf(figuresOf([{ lessons: [], judged: material }]))
  const halves = Array.from({ length: halvings }, (_, round) => halve(material, round))
  const taught = sharesOf(
    figuresOf(
      halves.flatMap(([one, other]) => [
        { lessons: one, judged: other },
        { lessons: other, judged: one },
      ]),
    ),
  )
  const spam = material.filter((each) => each.spam).length
  return [
    fact(what, `${spam} spam, ${material.length - spam} by readers`, where),
    row("  untaught: precision", untaught.precision, { atLeast: 0.95 }, percent),
    row("  held by mistake", untaught.falsePositives, { atMost: 0.01 }, percent),
    row("  recall", untaught.recall, { atLeast: 0.5 }, percent),
    row("  taught by half: recall", taught.recall, { atLeast: 0.9 }, percent),
    row("  held by mistake", taught.falsePositives, { atMost: 0.015 }, percent),
    fact("  precision", percent(taught.precision ?? 0)),
  ]
}

function figuresOf(runs: { lessons: Known[]; judged: Known[] }[]) {
  const figures = noFigures()
  for (const { lessons, judged } of runs) {
    const counts = taughtBy(lessons)
    for (const { features, spam } of judged)
      note(figures, { spam, caught: judgeSpam(features, counts).score >= thresholds.hold })
  }
  return figures
}

function taughtBy(lessons: Known[]): Map<string, Tally> {
  const counts = new Map<string, Tally>()
  for (const lesson of lessons) count(counts, lesson)
  return counts
}

/** Milliseconds of CPU for one comment, once the code is warm. */
function costOf(material: Known[]): number {
  const counts = taughtBy(material)
  const weighAll = () => {
    for (const { said } of material) judgeSpam(featuresOf(said), counts)
  }
  for (let round = 0; round < 3; round++) weighAll()
  const before = process.cpuUsage()
  const rounds = 5
  for (let round = 0; round < rounds; round++) weighAll()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / rounds / material.length
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
