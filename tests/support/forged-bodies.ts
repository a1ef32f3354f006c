import fc from "fast-check"

/** A body as a browser would never send it, with the headers it comes with. */
export type Forged = { contentType: string; body: string; nextAction?: string }

/** Values in React's own notation, of which most mean something to its decoder, and what only looks like it. */
const value = fc.oneof(
  fc.constantFrom(
    '["$K1"]',
    '["$K9"]',
    '[{"status":"idle"},"$K1"]',
    '[{"status":"idle"}]',
    '["$@1"]',
    '["$h1"]',
    '["$H"]',
    '["$T"]',
    '["$Q1"]',
    '["$W1"]',
    '["$B1"]',
    '["$A1"]',
    '["$R1"]',
    '["$x1"]',
    '["$i1"]',
    '["$n1e9"]',
    '["$Dnever"]',
    '["$1:constructor:constructor"]',
    '["$1:__proto__:then"]',
    '["$F1"]',
    '{"then":"$1:then","status":"resolved_model","value":"{}"}',
    '{"__proto__":{"a":1}}',
    "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]",
    "{",
    "",
    "null",
    "1e999",
    '"\\ud800"',
    "\u0000",
    // What an encrypted closure looks like, and one that was tampered with.
    '["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]',
    '["not base64 at all"]',
  ),
  fc.json(),
  fc.string(),
)

/** @param ids actions of the page, of other pages, and of none */
export function forgedBodies(ids: string[]): fc.Arbitrary<Forged> {
  const id = fc.oneof(
    fc.constantFrom(...ids),
    fc.constantFrom(`60${"0".repeat(40)}`, "toString", "", "x".repeat(500)),
  )
  const row = fc.oneof(
    id.map((named): [string, string] => [`$ACTION_ID_${named}`, ""]),
    fc.constantFrom("1", "2", "x:0", "").map((number): [string, string] => [`$ACTION_REF_${number}`, ""]),
    fc
      .tuple(id, value)
      .map(([named, bound]): [string, string] => [
        "$ACTION_1:0",
        `{"id":"${named}","bound":${bound || '"$@1"'}}`,
      ]),
    id.map((named): [string, string] => ["$ACTION_1:0", JSON.stringify({ id: named, bound: "$@1" })]),
    fc.tuple(fc.constantFrom("$ACTION_1:0", "$ACTION_1:1", "$ACTION_KEY", "0", "1", "_1_0", "S1"), value),
    fc.tuple(
      fc.constantFrom("comment", "name", "email", "token", "_1_comment", "__proto__", "post"),
      fc.string(),
    ),
  )
  const multipart = fc.array(row, { maxLength: 8 }).map(writeParts)
  const cut = fc.tuple(multipart, fc.nat(400)).map(([text, at]) => text.slice(0, at))
  const body = fc.oneof({ weight: 4, arbitrary: multipart }, cut, value)
  const contentType = fc.oneof(
    { weight: 6, arbitrary: fc.constant("multipart/form-data; boundary=forged") },
    fc.constantFrom(
      "multipart/form-data",
      "multipart/form-data; boundary=",
      'multipart/form-data; boundary="another"',
      "Multipart/Form-Data; boundary=forged",
      "text/plain;charset=UTF-8",
      "application/x-www-form-urlencoded",
      "application/json",
      "text/x-component",
      "",
    ),
  )
  return fc.record(
    { contentType, body, nextAction: id.filter((named) => /^[\w.-]+$/.test(named)) },
    { requiredKeys: ["contentType", "body"] },
  )
}

function writeParts(rows: [string, string][]): string {
  const parts = rows.map(
    ([name, text]) =>
      `--forged\r\nContent-Disposition: form-data; name="${name.replace(/["\r\n]/g, "")}"\r\n\r\n${text}\r\n`,
  )
  return `${parts.join("")}--forged--\r\n`
}
