import type { Break } from "@/lib/audit/verify"

/** The first broken row in a sentence that says what to do. */
export function breakInWords(found: Break): string {
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
