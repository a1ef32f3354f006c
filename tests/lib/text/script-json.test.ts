import { expect, test } from "vitest"
import { ScriptJson } from "@/lib/text/script-json"

test("no text closes the script element it stands in, and each is read back as it was", () => {
  const data = { text: "</script><!-- <script> \u2028 \u2029 ]]> & é \\u003c" }
  const written = new ScriptJson(data).toString()
  expect(written).not.toMatch(/[<\u2028\u2029]/)
  expect(JSON.parse(written)).toEqual(data)
})
