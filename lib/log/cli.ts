import "server-only"
import { parseArgs } from "node:util"
import { database } from "@/db/client"
import { type Break, verifyLog } from "@/lib/log/verify"

/**
 * `npm run verify-log [-- --head HASH]`: walks the chain of decisions. Answers the exit code: 0 when it is whole, 1 when
 * it is not or when that could not be asked.
 */
export async function verifyLogCommand(args: string[]): Promise<number> {
  const head = readHead(args)
  if (head === null) {
    process.stderr.write(`${usage}\n`)
    return 1
  }
  const verified = await verifyLog(database(), { head })
  if (!verified.ok) {
    process.stderr.write(`${inWords(verified.found)}\n`)
    return 1
  }
  const { count, unchained } = verified
  const waiting = unchained > 0 ? `, ${unchained} not chained yet` : ""
  process.stdout.write(`The log is whole: ${count} decisions chained${waiting}.\n`)
  if (head) process.stdout.write("It goes on from the hash you gave.\n")
  process.stdout.write(`Its head is ${verified.head}\n`)
  return 0
}

/** The first broken row in a sentence that says what to do. */
export function inWords(found: Break): string {
  switch (found.kind) {
    case "changed":
      return `The log is broken at #${found.seq}: event ${found.id} was changed after it was chained. Compare it with a backup.`
    case "out-of-order":
      return `The log is broken at #${found.seq}: event ${found.id} does not follow from the one before it, so one of them was moved or rewritten. Compare both with a backup.`
    case "missing":
      return `The log is broken at #${found.seq}: the event that was chained there is gone. A backup still has it.`
    case "twice":
      return `The log is broken at #${found.seq}: event ${found.id} stands there beside another. Compare both with a backup.`
    case "unchained":
      return `Event ${found.id} is older than a minute and not chained. Start the app, which chains it, and ask again; if that changes nothing, look at the app's output.`
    case "rewritten":
      return "The log is whole in itself, but the hash you gave is not in it: it was cut off or rewritten since. Compare it with a backup."
  }
}

const usage =
  "Write `npm run verify-log`, or `npm run verify-log -- --head HASH` with the 64 characters it printed before."

/** The hash in lower case, nothing when none was given, or `null` for what is no hash. */
function readHead(args: string[]): string | undefined | null {
  try {
    const { values } = parseArgs({ args, options: { head: { type: "string" } } })
    if (values.head === undefined) return undefined
    return /^[0-9a-f]{64}$/i.test(values.head) ? values.head.toLowerCase() : null
  } catch {
    return null
  }
}
