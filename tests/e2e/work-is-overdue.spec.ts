import { eq, sql } from "drizzle-orm"
import { jobs } from "../../db/schema/jobs.ts"
import { expect, test } from "../support/fixtures.ts"

test("an editor and the operator's scripts are told what has failed in the background; the app stays ready", async ({
  db,
  desk,
  signInAs,
  baseURL,
}) => {
  const name = "tests.reading-tea-leaves"
  await db
    .insert(jobs)
    .values({ name, input: {}, state: "failed", settledAt: sql`now() - interval '3 hours'` })
  try {
    const ready = await fetch(`${baseURL}/readyz`)
    expect(ready.status).toBe(200)
    const [first, ...more] = (await ready.text()).trim().split("\n")
    expect(first).toBe("ready")
    expect(more.join("\n")).toContain(`work failed: ${name} 3 hours`)

    await signInAs("editor")
    await desk.goto("/desk")
    await expect(desk.getByRole("status")).toContainText(`${name} 3 hours ago.`)
    await signInAs("writer")
    await desk.goto("/desk")
    await expect(desk.getByRole("heading", { name: "Today" })).toBeVisible()
    await expect(desk.getByText(name)).toHaveCount(0)
  } finally {
    await db.delete(jobs).where(eq(jobs.name, name))
  }
})
