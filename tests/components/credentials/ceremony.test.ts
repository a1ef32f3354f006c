import { redirect } from "next/navigation"
import { expect, test } from "vitest"
import { runCeremony } from "@/components/credentials/ceremony"

function aForm(): FormData {
  const form = new FormData()
  form.set("name", "Key on my ring")
  return form
}

test("where the site does not answer, a sentence says so and the name that was typed stays", async () => {
  const action = async () => {
    throw new TypeError("Failed to fetch")
  }
  expect(await runCeremony({ action, form: aForm() })).toMatchObject({
    status: "refused",
    message: "The site did not answer. Check your connection and try again.",
    values: { name: "Key on my ring" },
  })
})

test("what leads to another page is let through", async () => {
  const action = async () => redirect("/desk")
  await expect(runCeremony({ action, form: aForm() })).rejects.toThrow("NEXT_REDIRECT")
})
