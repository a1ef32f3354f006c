import { HtmlValidate } from "html-validate"

const checker = new HtmlValidate({
  extends: ["html-validate:standard"],
  // React writes void elements and attributes its own way; both are valid HTML.
  rules: {
    "void-style": "off",
    "attr-quotes": "off",
    "doctype-style": "off",
    "attribute-boolean-style": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
  },
})

/** What an HTML checker refuses in a page. */
export async function findingsOfHtml(html: string): Promise<string[]> {
  const { results } = await checker.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}
