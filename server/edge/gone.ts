import type { RenderedResponse } from "../cache/document.ts"

/**
 * A page cannot set this status in Next, so that it says so in its head. Text of a page cannot: it is escaped.
 * `lib/posts/dates/gone.ts` writes it.
 */
const mark = '<meta name="masthead-status" content="410"/>'

/** A page that says of itself that it is gone for good, with the status that says so to machines. */
export function withGone(answer: RenderedResponse): RenderedResponse {
  if (answer.status !== 200) return answer
  const at = answer.body.indexOf(mark)
  if (at < 0 || at > answer.body.indexOf("</head>")) return answer
  const body = Buffer.concat([answer.body.subarray(0, at), answer.body.subarray(at + mark.length)])
  return { ...answer, status: 410, body }
}
