import { DomUtils, parseDocument } from "htmlparser2"

/** What a browser without scripts would send from a story's reply form: hidden fields as they came. */
export type ReplyForm = { action: string; hidden: [string, string][] }

/** Fetches a story and reads its reply form, the one that holds the field "comment". */
export async function fetchReplyForm(url: string, headers: Record<string, string> = {}): Promise<ReplyForm> {
  const page = parseDocument(await (await fetch(url, { headers })).text())
  const forms = DomUtils.getElementsByTagName("form", page)
  const form = forms.find((each) =>
    DomUtils.findOne((node) => node.attribs.name === "comment", each.children),
  )
  if (!form) throw new Error(`${url} has no reply form.`)
  const hidden = DomUtils.getElementsByTagName("input", form)
    .filter((input) => input.attribs.type === "hidden")
    .map((input): [string, string] => [input.attribs.name ?? "", input.attribs.value ?? ""])
  return { action: new URL(form.attribs.action || url, url).href, hidden }
}

/**
 * Sends one reply as the form would, from a network of its own; answers the status, 303 when it was accepted.
 * A connection that breaks counts as not answered.
 */
export async function postReply(
  form: ReplyForm,
  fields: { comment: string; name: string; email: string },
  network: string,
): Promise<number | null> {
  const body = new FormData()
  for (const [name, value] of form.hidden) body.append(name, value)
  for (const [name, value] of Object.entries({ ...fields, website: "" })) body.append(name, value)
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body,
      redirect: "manual",
      headers: { "x-forwarded-for": network, origin: new URL(form.action).origin },
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return null
  }
}
