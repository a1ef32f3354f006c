import "server-only"
import { parseArgs } from "node:util"
import { database } from "@/db/client"
import { breakInWords } from "@/lib/audit/break-words"
import { verifyLog } from "@/lib/audit/verify"

/**
 * `npm run verify-log [-- --head HASH]`: walks the chain of the log. Answers the exit code: 0 when it is whole, 1 when
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
    process.stderr.write(`${breakInWords(verified.found)}\n`)
    return 1
  }
  const { count, unchained } = verified
  const waiting = unchained > 0 ? `, ${unchained} not chained yet` : ""
  process.stdout.write(`The log is whole: ${count} events chained${waiting}.\n`)
  if (head) process.stdout.write("It goes on from the hash you gave.\n")
  process.stdout.write(`Its head is ${verified.head}\n`)
  return 0
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
