import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { EnterAsked } from "@/components/desk/enter-asked"
import { type FormState, idle } from "@/lib/form-state"

function pressed(state: FormState, otherwise?: string): string | null {
  const html = renderToStaticMarkup(<EnterAsked name="intent" state={state} otherwise={otherwise} />)
  return / disabled=""/.test(html) ? null : (/ value="(\w*)"/.exec(html)?.[1] ?? "")
}

const refusedFor = (field: string): FormState => ({
  status: "refused",
  errors: { [field]: "A sentence." },
  values: { intent: "off" },
})

test("Enter presses what the password was asked for, and nothing that ends something before that", () => {
  expect(pressed(idle)).toBeNull()
  expect(pressed(refusedFor("currentPassword"))).toBe("off")
  expect(pressed(refusedFor("code"))).toBeNull()
  expect(pressed({ status: "done", message: "Done." })).toBeNull()
})

test("where a form has one thing to do, Enter does it, unless the password was asked for another", () => {
  expect(pressed(idle, "confirm")).toBe("confirm")
  expect(pressed(refusedFor("code"), "confirm")).toBe("confirm")
  expect(pressed(refusedFor("currentPassword"), "confirm")).toBe("off")
})
