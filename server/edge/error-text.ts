import type { ErrorText } from "./error-page.ts"
import type { Fault } from "./posted-action.ts"

const words: Record<number, [string, string]> = {
  400: ["That address is not one of ours", "Please check the link, or start from the front page."],
  403: ["That form came from another site", "Please open the page here and send the form again."],
  404: ["There is no page at this address", "Please check the link, or start from the front page."],
  405: ["That cannot be done here", "Please go back, and use the links and forms of the page."],
  413: ["That is too long to send", "Please go back, shorten it and send it again."],
  429: [
    "Too much at once from your network",
    "Please wait a moment, then try again. Others are served meanwhile.",
  ],
  500: ["Something went wrong on our side", "Please try again in a moment. It is not your fault."],
  503: ["We will be back in a moment", "Please try again shortly."],
}

/** What a script is told whose network has too many requests under way. */
export const refusedSentence = "Too much at once from your network. Wait a moment, then try again."

/** What a status means, and what to do. */
export function textOf(status: number): ErrorText {
  const [title, sentence] = words[status] ?? words[500] ?? ["", ""]
  return { title, sentence }
}

const refusals: Record<Fault, [string, string]> = {
  unreadable: ["That form could not be read", "Please open its page again and send the form from there."],
  elsewhere: [
    "That form belongs to another page",
    "Please open the page that has it and send it from there.",
  ],
}

/** A sentence for a form that no action was given. */
export function faultSentence(fault: Fault): string {
  return refusals[fault].join(". ")
}

export function textOfFault(fault: Fault): ErrorText {
  const [title, sentence] = refusals[fault]
  return { title, sentence }
}
