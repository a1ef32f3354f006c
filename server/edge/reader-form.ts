import type { IncomingMessage, ServerResponse } from "node:http"
import type { RenderedResponse } from "../cache/document.ts"
import { logError } from "../log.ts"
import { markLanguages } from "./mark-languages.ts"
import { type PostedText, readPostedText, typedOnly, typedTextNotice, withPostedText } from "./posted-text.ts"
import { Refused } from "./quota.ts"
import { type Asked, answerMissing, askFor, isMissing, notFoundAnswer, type Reader } from "./reader.ts"
import { formRequest } from "./reader-request.ts"
import { clean, failure, send } from "./reader-response.ts"

/** Answers a form. What was typed comes back to its author whatever happens. */
export async function answerForm(
  reader: Reader,
  req: IncomingMessage,
  res: ServerResponse,
  asked: Asked,
  body: Buffer,
): Promise<void> {
  const { target, visitor, client } = asked
  const headers = formRequest(req, visitor, body)
  const url = target.url + target.search
  const posted = () => readPostedText(headers["content-type"] ?? "", body)
  try {
    const request = { method: "POST", path: url, headers, body }
    const answer = await reader.limits.shares.run(client, () => reader.upstream.render(request))
    if (answer.headers.some(([name]) => name === "x-nextjs-action-not-found")) {
      await send(reader.https, req, res, await anew(reader, asked, await posted()))
    } else if (answer.status >= 500) {
      await send(
        reader.https,
        req,
        res,
        failure(answer.status, reader.pages, typedTextNotice(await posted())),
      )
    } else if (isMissing(answer)) await answerMissing(reader, req, res)
    else await send(reader.https, req, res, clean(answer, reader.pages))
  } catch (error) {
    if (res.headersSent) throw error
    const refused = error instanceof Refused ? error : null
    if (refused) res.setHeader("Retry-After", String(refused.retryAfter))
    else logError("form failed", error, url)
    await send(
      reader.https,
      req,
      res,
      failure(refused?.status ?? 500, reader.pages, typedTextNotice(await posted())),
    )
  }
}

/**
 * The form is older than this build, which knows no such action. The page is rendered as it is today,
 * with a form that works, and the person's words above it.
 */
async function anew(reader: Reader, asked: Asked, posted: PostedText): Promise<RenderedResponse> {
  const page = await askFor(reader, asked)
  const answer = isMissing(page) ? await notFoundAnswer(reader) : clean(page, reader.pages)
  if (answer.status >= 500) return failure(answer.status, reader.pages, typedTextNotice(posted))
  const html = answer.body.toString("utf8")
  return {
    status: answer.status === 200 ? 409 : answer.status,
    headers: answer.headers,
    body: Buffer.from(markLanguages(withPostedText(html, typedOnly(posted, html)))),
  }
}
