import type { APIRequestContext } from "@playwright/test"
import { type Action, actions, type Made } from "./access.ts"
import { builtActions } from "./build.ts"
import { callAsForm, callAsScript, digest, makeNews, newsFor, visit, visitKept } from "./calls.ts"
import { expect, test } from "./fixtures.ts"
import { forgeable, forgedForms, makeForgeable, othersDigest, tableForm } from "./forged.ts"
import { holdTurn } from "./hold-turn.ts"

/** What becomes of forms that no page sends, at the app at `baseAddress`: of somebody who may send the form as it should be. */
export function testForged(): void {
  for (const [sentence, { as, action: name, fields, stays, saved }] of Object.entries(forgedForms)) {
    test(`forged: ${sentence}`, async ({ playwright, db, baseURL }) => {
      await inTurnOf(name, async () => {
        const made = await makeNews(db)
        const visitor = await visit(playwright, db, baseURL, as, made)
        const at = await makeForgeable(db, made.visitorIds.at(-1) ?? 0, made)
        const look = async () => [await othersDigest(at), await (stays ? stays(at) : digest(db, made))]
        const before = await look()
        await send(visitor, { name, made, fields: fields(at), origin: baseURL })
        expect(await look()).toEqual(before)
        if (saved) expect(await saved(at), "that the rest was saved").toBe(true)
        await visitor.dispose()
      })
    })
  }

  for (const [name, action] of Object.entries(actions)) {
    if (action === "anyone" || !builtActions().some((one) => one.name === name)) continue
    test(`forged: ${name} changes nothing by a number of no row, or a version of none`, async ({
      playwright,
      db,
      baseURL,
    }) => {
      await inTurnOf(name, async () => {
        const who = action.may[0] ?? "admin"
        const { made, visitor } = await visitKept({ playwright, db, baseURL }, who, newsFor(name))
        const before = await digest(db, made)
        for (const { field, values } of forgeable(name, made)) {
          for (const [n, value] of values.entries()) {
            const fields = { ...tableForm(name, made), [field]: value }
            const by = n % 2 === 0 ? callAsScript : callAsForm
            const status = await send(visitor, { name, made, fields, origin: baseURL, by: [by] })
            expect.soft(status, `${field}=${value}`).toBeLessThan(500)
          }
          expect.soft(await digest(db, made), `${field} of ${values}`).toBe(before)
        }
      })
    })
  }
}

function inTurnOf(name: string, work: () => Promise<void>): Promise<void> {
  const action = actions[name]
  return action && action !== "anyone" && action.alone ? holdTurn(work) : work()
}

type Sent = {
  name: string
  made: Made
  fields: Record<string, string>
  origin: string | undefined
  by?: (typeof callAsForm)[]
}

/** Sends it as a script does, and as a form does without scripts. Answers the worst status. */
async function send(
  visitor: APIRequestContext,
  { name, made, fields, origin, by = [callAsScript, callAsForm] }: Sent,
): Promise<number> {
  const { id = "" } = builtActions().find((one) => one.name === name) ?? {}
  const known = actions[name]
  if (!known || known === "anyone" || !id) throw new Error(`${name} is not in the table or the build.`)
  const action: Action = { ...known, form: () => fields }
  const call = { id, page: known.page(made), action, made, origin }
  let worst = 0
  for (const one of by) worst = Math.max(worst, (await one(visitor, call)).status())
  return worst
}
