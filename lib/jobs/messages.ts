import type { Overdue } from "@/lib/jobs/overdue"
import { duration } from "@/lib/text/duration"

/** For operators and their scripts: a line for what is late, and one for what has failed. */
export function overdueLines(found: readonly Overdue[]): string[] {
  const [late, failed] = [list(found, false), list(found, true)]
  return [late && `work overdue: ${late}`, failed && `work failed: ${failed}`].filter(Boolean)
}

/** For admins and editors. */
export function overdueSentences(found: readonly Overdue[]): string[] {
  const [late, failed] = [list(found, false), list(found, true)]
  return [
    late && `Work in the background is overdue: ${late}. ${whoToAsk}`,
    failed && `Work in the background failed and will not be tried again: ${failed} ago. ${whoToAsk}`,
  ].filter(Boolean)
}

const whoToAsk = "Ask the person who runs this site to look at its output."

function list(found: readonly Overdue[], failed: boolean): string {
  return found
    .filter((one) => one.failed === failed)
    .map(({ name, seconds }) => `${name} ${duration(seconds)}`)
    .join(", ")
}
