import { parseDocument } from "../../lib/documents/document-schema.ts"
import { expect, test } from "../support/fixtures.ts"
import { hostileText } from "../support/hostile-text.ts"

test("of what is pasted nothing runs or is loaded, and only what a story may hold is kept", async ({
  desk,
  signInAs,
  baseURL,
}) => {
  await signInAs("writer")
  await desk.goto("/desk/posts/new")
  const body = desk.getByRole("textbox", { name: "Body" })
  await body.click()
  await desk.waitForLoadState("networkidle")
  const wrong: string[] = []
  desk.on("dialog", (dialog) => {
    wrong.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  desk.on("console", (message) => message.type() === "error" && wrong.push(message.text()))
  desk.on("pageerror", (error) => wrong.push(error.message))
  // The story saves itself meanwhile, and its page gets its address.
  const isOwn = (url: string) => new RegExp(`^${baseURL}/(icon\\.svg|desk/posts/(new|\\d+))$`).test(url)
  desk.on("request", (request) => !isOwn(request.url()) && wrong.push(`asked for ${request.url()}`))
  desk.on("framenavigated", (frame) => !isOwn(frame.url()) && wrong.push(`went to ${frame.url()}`))

  const payloads = [
    ...hostileText,
    '<figure data-embed="javascript:alert(1)" data-title="x"></figure>',
    '<figure data-embed="https://youtu.be/dQw4w9WgXcQ" data-title="&quot;><script>alert(1)</script>"></figure>',
    '<iframe src="javascript:alert(1)"></iframe><iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
    '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" onload="alert(1)"></iframe>',
  ]
  const known = new Set<string>()
  for (let at = 0; at < payloads.length; at += 100) {
    const documents = await body.evaluate(
      (text, payloads) => {
        const { editor } = text as unknown as {
          editor: { getJSON(): unknown; commands: { selectAll(): void } }
        }
        return payloads.map((payload) => {
          editor.commands.selectAll()
          const clipboardData = new DataTransfer()
          clipboardData.setData("text/html", `<p>Before</p>${payload}`)
          text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
          return { json: JSON.stringify(editor.getJSON()), html: text.innerHTML }
        })
      },
      payloads.slice(at, at + 100),
    )
    for (const [n, { json, html }] of documents.entries()) {
      const parsed = parseDocument(json)
      if (!parsed.ok) expect(parsed.message, payloads[at + n]).toMatch(/nested too deep/)
      for (const [, name = ""] of html.matchAll(/<([a-z][\w-]*)/gi)) known.add(name.toLowerCase())
      expect(html, payloads[at + n]).not.toMatch(/<[^>]+\s(on\w+|srcdoc|formaction)=/i)
    }
  }
  for (const name of [
    "script",
    "iframe",
    "object",
    "embed",
    "svg",
    "math",
    "form",
    "style",
    "base",
    "meta",
    "link",
  ])
    expect([...known]).not.toContain(name)
  expect(wrong).toEqual([])
})
