import fs from "node:fs"
import { expect, test } from "@playwright/test"
import { type Browser, firstThatWorks, packaged } from "../support/browser.ts"
import { faultOf } from "../support/try-browser.ts"

const npmSuffices = process.platform === "linux" && process.arch === "x64"

test("a developer with nothing but Node and npm gets a browser that shows our pages", async () => {
  test.skip(!npmSuffices, "The package holds Chromium for Linux on x64.")
  await firstThatWorks(packaged)
})

test("a browser that finds no font is not taken for one that works", async () => {
  test.skip(!npmSuffices, "Only of the packaged browser is it known where it looks for fonts.")
  const working = await firstThatWorks(packaged)
  const nothing = test.info().outputPath("fonts.conf")
  fs.writeFileSync(nothing, "<fontconfig/>")
  expect(await faultOf({ ...working, env: { ...working.env, FONTCONFIG_FILE: nothing } })).not.toBeNull()
})

test("a developer whose installed browser does not start gets the next one, and is told so", async () => {
  const working = JSON.parse(process.env.TEST_BROWSER ?? "{}") as Browser
  const said: string[] = []
  const warn = console.warn
  console.warn = (line: string) => said.push(line)
  const taken = await firstThatWorks([
    { name: "Broken", find: () => ({ executablePath: process.execPath }) },
    {
      name: "Missing",
      find: () => {
        throw new Error("no such package")
      },
    },
    { name: "Not on this machine", find: () => null },
    { name: "Working", find: () => working },
  ]).finally(() => {
    console.warn = warn
  })
  expect(taken.executablePath).toBe(working.executablePath)
  expect(said).toEqual([
    expect.stringMatching(/^Broken does not show our pages/),
    expect.stringMatching(/^Missing cannot be used.*no such package/),
  ])
})
