import type { IncomingHttpHeaders } from "node:http"
import { type ActionTable, arity } from "./action-table.ts"
import { isPlainData, type Row, readList } from "./flight-values.ts"
import { readFormData } from "./form-data.ts"

/** Why a form is refused before any action runs: it is not what a page of ours sends, or it is another page's. */
export type Fault = "unreadable" | "elsewhere"

type Posted = {
  /** The pattern of the page addressed. */
  page: string | undefined
  contentType: string
  /** The id in the `next-action` header, where scripts send it. */
  scriptAction?: string
  /** Whether the page's forms go to a route handler, which takes a body that is no form as an empty one. */
  toHandler?: boolean
  body: Buffer
}

/** What may go on to Next, or why it may not. */
export type Judged = { body: Buffer; contentType: string } | { fault: Fault }

/**
 * Judges a posted form before Next reads it. Next would pass an action of another page on to that page over HTTP, as a
 * request of its own, and answers 500 where it cannot decode a body. Here both are found first, so a 500 after this is
 * our own fault. Actions that this build does not have go on: Next says so, and the page is shown anew.
 */
export async function judgeAction(table: ActionTable, posted: Posted): Promise<Judged> {
  const { contentType, body, scriptAction } = posted
  const passes = { body, contentType }
  if (scriptAction !== undefined && !table.knows(scriptAction)) return passes
  const form = await readFormData(contentType, body)

  if (scriptAction !== undefined) {
    if (!table.carries(posted.page, scriptAction)) return { fault: "elsewhere" }
    if (!form || !isCall(form, scriptAction)) return { fault: "unreadable" }
    return written(form)
  }
  if (!form) return posted.toHandler ? passes : { fault: "unreadable" }
  const fault = faultOfForm(table, posted.page, form)
  return fault ? { fault } : passes
}

type Form = Pick<Posted, "page" | "toHandler" | "body"> & { byScript: boolean }

/** Judges what a request brought, and names the type of what goes on in its headers. In development there is no table. */
export async function judgeForm(
  table: ActionTable | undefined,
  headers: IncomingHttpHeaders,
  { byScript, ...form }: Form,
): Promise<Judged> {
  const { "content-type": contentType = "", "next-action": named } = headers
  if (!table) return { body: form.body, contentType }
  const scriptAction = named === undefined ? undefined : String(named)
  // Readers' pages have no scripts, and Next is never told of this header there.
  if (!byScript && scriptAction !== undefined && table.knows(scriptAction)) return { fault: "elsewhere" }
  const judged = await judgeAction(table, {
    ...form,
    contentType,
    scriptAction: byScript ? scriptAction : undefined,
  })
  if (!("fault" in judged) && contentType) headers["content-type"] = judged.contentType
  return judged
}

/** For calls by script Next uses another parser: written anew, the form is the same to it as to us. */
async function written(form: FormData): Promise<Judged> {
  const response = new Response(form)
  return {
    contentType: response.headers.get("content-type") ?? "",
    body: Buffer.from(await response.arrayBuffer()),
  }
}

/** A call by script: the arguments in field `0`, the last of them the form, whose fields carry its number. */
function isCall(form: FormData, id: string): boolean {
  const all = form.getAll("0")
  const args = all.length === 1 ? readList(all[0]) : null
  const number = /^\$K([1-9a-f])$/.exec(String(args?.at(-1)))?.[1]
  if (!args || !number || args.length !== arity(id)) return false
  if ([...form.keys()].some((name) => name !== "0" && !name.startsWith(`_${number}_`))) return false
  return areBound(args.slice(0, -1), { number: 0, value: args })
}

/** A form without scripts: each action it names in a hidden field, of which a pressed button may add one. */
function faultOfForm(table: ActionTable, page: string | undefined, form: FormData): Fault | null {
  const names = [...form.keys()].filter((name) => /^\$ACTION_(ID|REF)_/.test(name))
  // Before what they name is read: each can hold as much as the whole form.
  if (names.length > 2 || new Set(names).size < names.length) return "unreadable"
  const actions = names.map((name) => actionOf(form, name))
  if (actions.includes(null)) return "unreadable"
  const known = actions.filter((action): action is Named => action !== null && table.knows(action.id))
  if (known.some(({ id }) => !table.carries(page, id))) return "elsewhere"
  const taken = known.every(({ id, bound }) => {
    return bound.length === arity(id) - 1 && areBound(bound, { number: 1, value: bound })
  })
  return taken ? null : "unreadable"
}

type Named = { id: string; bound: unknown[] }

/** The action that a field names, by id alone or with arguments that the page bound to it; null when neither is well formed. */
function actionOf(form: FormData, name: string): Named | null {
  if (name.startsWith("$ACTION_ID_")) return { id: name.slice("$ACTION_ID_".length), bound: [] }
  const prefix = `$ACTION_${name.slice("$ACTION_REF_".length)}:`
  const [reference, more] = form.getAll(`${prefix}0`)
  const args = form.getAll(`${prefix}1`)
  const id = /^\{"id":"([^"\\]+)","bound":"\$@1"\}$/.exec(String(reference))?.[1]
  const bound = args.length === 1 ? readList(args[0]) : null
  return id && bound && more === undefined ? { id, bound } : null
}

/** The form's last answer, an object, after the texts that its page bound to the action. */
function areBound(bound: unknown[], row: Row): boolean {
  return bound.every((value, at) => {
    if (at < bound.length - 1) return typeof value === "string" && isPlainData(value, row)
    return typeof value === "object" && value !== null && !Array.isArray(value) && isPlainData(value, row)
  })
}
