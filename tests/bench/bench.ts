// `npm run bench`: measures what README quotes on an instance of its own, and stops everything it started.
import { closeDatabase } from "../../db/client.ts"
import { readArguments } from "../../server/boot/arguments.mjs"
import { findBusiestStory } from "./busiest-story.ts"
import { measureComments } from "./comments.ts"
import { measureCrowds } from "./crowds.ts"
import { measureDeskLists } from "./desk-lists.ts"
import { measureEditor } from "./editor.ts"
import { measureEnumeration } from "./enumeration.ts"
import { measureFlood } from "./flood.ts"
import { measureHitRatio } from "./hit-ratio.ts"
import { measureHostileForms } from "./hostile-forms.ts"
import { startInstance } from "./instance.ts"
import { measureLibrary } from "./library.ts"
import { fixedWork, machine } from "./machine.ts"
import { measureMemory } from "./memory.ts"
import { measureFirstRender } from "./render.ts"
import { measureRenderParts } from "./render-parts.ts"
import { measureSchedule } from "./schedule.ts"
import { measureScreening } from "./screening.ts"
import { measureSecondStart } from "./second-start.ts"
import { settle } from "./settle.ts"
import { measureStoredStory } from "./stored-story.ts"
import { ms, printTable, type Row } from "./table.ts"
import { measureThreads } from "./threads.ts"
import { measureUploads } from "./uploads.ts"
import { measureFirstVisit } from "./visit.ts"

const names = [
  "screening",
  "forms",
  "schedule",
  "story",
  "render",
  "parts",
  "visit",
  "threads",
  "library",
  "desk-lists",
  "editor",
  // Before those that leave comments waiting: its moderators take the queue as it is.
  "hits",
  "comments",
  "flood",
  "crowds",
  "uploads",
  "enumeration",
  "memory",
  "start",
] as const
const { only } = readArguments("bench", process.argv.slice(2)).options
const wanted = only ? only.split(",") : [...names]
const unknown = wanted.find((name) => !(names as readonly string[]).includes(name))
if (unknown !== undefined) {
  console.error(`--only=${unknown} is not known; it can be any of ${names.join(",")}.`)
  process.exit(1)
}

console.log(machine())
const rows: Row[] = []
if (wanted.includes("screening")) {
  console.log("· screening")
  rows.push(...measureScreening())
}
if (wanted.includes("forms")) {
  console.log("· forms")
  rows.push(...(await measureHostileForms()))
}
const served = names.filter(
  (name): name is Exclude<typeof name, "screening" | "forms"> =>
    name !== "screening" && name !== "forms" && wanted.includes(name),
)
if (served.length > 0) await measureServed()
printTable(rows)
console.log(`\nAt the end: ${ms(fixedWork())} CPU for the fixed piece of work`)
process.exit(rows.some((row) => row.verdict === "wrong") ? 1 : 0)

/** What needs an instance. */
async function measureServed(): Promise<void> {
  console.log("Starting an instance of its own on a fresh database …")
  const instance = await startInstance()
  try {
    const settling = await settle(instance.app.process.pid ?? 0)
    const story = await findBusiestStory(instance)
    console.log(`Measuring at ${story.path} with ${story.comments} comments`)
    // Memory is read after load, and the second start ends the first.
    const measures = {
      schedule: () => measureSchedule(),
      story: () => measureStoredStory(instance, story),
      render: () => measureFirstRender(instance, story),
      parts: () => measureRenderParts(),
      visit: () => measureFirstVisit(instance, story),
      threads: () => measureThreads(instance),
      library: () => measureLibrary(instance),
      "desk-lists": () => measureDeskLists(instance),
      editor: () => measureEditor(instance),
      comments: () => measureComments(instance),
      flood: () => measureFlood(instance),
      hits: () => measureHitRatio(instance),
      crowds: () => measureCrowds(instance),
      uploads: () => measureUploads(instance),
      enumeration: () => measureEnumeration(instance),
      memory: () => measureMemory(instance, settling),
      start: () => measureSecondStart(instance),
    }
    for (const name of served) {
      console.log(`· ${name}`)
      rows.push(...(await measures[name]()))
    }
  } finally {
    await closeDatabase()
    await instance.remove()
  }
}
