// @vitest-environment jsdom
import { flushSync } from "react-dom"
import { createRoot, type Root } from "react-dom/client"
import { afterEach, beforeEach, expect, test } from "vitest"
import { Field } from "@/components/ui/field"
import { FormMessage } from "@/components/ui/form-message"
import { type FormState, idle } from "@/lib/form-state"

let root: Root

beforeEach(() => {
  const place = document.createElement("div")
  document.body.replaceChildren(place)
  root = createRoot(place)
})

afterEach(() => root.unmount())

/** A form whose answer is this, beside another one. */
function show(state: FormState, { button = true } = {}): void {
  const forms = (
    <>
      <form>
        <FormMessage state={state} />
        <Field name="name" label="Name" state={state} />
        <Field name="email" label="Email" state={state} />
        {button ? <button type="submit">Send</button> : null}
      </form>
      <input aria-label="Elsewhere" />
    </>
  )
  flushSync(() => root.render(forms))
}

const focused = () => document.activeElement?.textContent || (document.activeElement as HTMLInputElement).name
const press = () => document.querySelector("button")?.focus()
const refused = { status: "refused", errors: {}, values: {} } as const

test("whoever pressed a button reads why it was refused", () => {
  show(idle)
  press()
  show({ ...refused, message: "They are on the staff already." })
  expect(focused()).toBe("They are on the staff already.")
})

test("whoever left a field wrong is in that field, whether or not something is said of the whole form", () => {
  for (const message of [undefined, "Check the marked fields."]) {
    show(idle)
    press()
    show({ ...refused, message, errors: { email: "Write an address." } })
    expect(focused()).toBe("email")
  }
})

test("whoever pressed a button that is gone reads what was done; a button that is still there keeps the focus", () => {
  show(idle)
  press()
  show({ status: "done", message: "Done." })
  expect(focused()).toBe("Send")
  show({ status: "done", message: "Done again." }, { button: false })
  expect(focused()).toBe("Done again.")
})

test("an answer that names no field is read, though another one had a field marked", () => {
  show(idle)
  press()
  const both = (
    <form>
      <Field name="email" label="Email" state={{ ...refused, errors: { email: "Write an address." } }} />
      <FormMessage state={{ ...refused, message: "The passkey was not taken." }} />
    </form>
  )
  flushSync(() => root.render(both))
  expect(focused()).toBe("The passkey was not taken.")
})

test("whoever pressed a button of a form whose answer stands outside of it reads the answer", () => {
  const forms = (state: FormState) => (
    <div data-forms>
      <form>
        <button type="submit">Restore</button>
      </form>
      <FormMessage state={state} />
    </div>
  )
  flushSync(() => root.render(forms(idle)))
  press()
  flushSync(() => root.render(forms({ ...refused, message: "Somebody has changed it since." })))
  expect(focused()).toBe("Somebody has changed it since.")
})

test("whoever types elsewhere by then goes on typing", () => {
  show(idle)
  const elsewhere = document.querySelector<HTMLInputElement>('[aria-label="Elsewhere"]')
  elsewhere?.focus()
  show({ ...refused, message: "Refused." })
  expect(document.activeElement).toBe(elsewhere)
})
