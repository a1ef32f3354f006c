import { expect, test } from "vitest"
import { readSmallForm } from "@/lib/small-form"

const post = (body: BodyInit | null, type?: string) =>
  new Request("http://localhost/x", { method: "POST", body, headers: type ? { "content-type": type } : {} })

test("a mail program's one click is understood in either encoding", async () => {
  const multipart = new FormData()
  multipart.set("List-Unsubscribe", "One-Click")
  for (const body of [multipart, new URLSearchParams({ "List-Unsubscribe": "One-Click" })]) {
    expect((await readSmallForm(post(body))).get("List-Unsubscribe")).toBe("One-Click")
  }
})

test("a body that is too long, broken or none at all is an empty form", async () => {
  const long = new URLSearchParams({ "List-Unsubscribe": "One-Click", more: "x".repeat(10_000) })
  const requests = [
    post(long),
    post(null),
    post("List-Unsubscribe=One-Click", "text/plain"),
    post("--x\r\nnonsense", "multipart/form-data; boundary=x"),
    post("--x", "multipart/form-data"),
  ]
  for (const request of requests) expect([...(await readSmallForm(request))]).toEqual([])
})
