import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"

const root = path.join(import.meta.dirname, "..")
const readme = fs.readFileSync(path.join(root, "README.md"), "utf8")
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => fs.existsSync(path.join(root, file)))

test("every path that the README names is there", () => {
  const rooms = /^(app|components|db|lib|public|server|tests)\/[\w./*()[\]-]+$/
  const named = [...readme.matchAll(/`([^`\n]+)`/g)].map(([, text = ""]) => text)
  const paths = named.filter((text) => rooms.test(text) || /^[\w-]+\.(tsx?|mjs|jsonl)$/.test(text))
  expect(paths.length).toBeGreaterThan(100)
  expect(paths.filter((text) => !isThere(text))).toEqual([])
})

test("what the README says is in a file is there", () => {
  const places = [...readme.matchAll(/`(\w+)`(?:,? (?:and|with) [a-z ]+)? in `([\w./-]+\.tsx?)`/g)]
  expect(places.length).toBeGreaterThan(5)
  const wrong = places.filter(([, name = "", file = ""]) => {
    const texts = files.filter((one) => one === file || one.endsWith(`/${file}`)).map(read)
    return !texts.some((text) => new RegExp(`\\b${name}\\b`).test(text))
  })
  expect(wrong.map(([text]) => text)).toEqual([])
})

test("every command that the README names is one", () => {
  const { scripts } = JSON.parse(read("package.json"))
  const named = [...readme.matchAll(/`npm run (?:-s )?([\w:-]+)/g)].map(([, name = ""]) => name)
  expect(named.filter((name) => !(name in scripts) && name !== "-s")).toEqual([])
})

/**
 * The files through which one piece of work passes, in order. Each is asked for by one before it; only over the socket and in
 * Next the next one is not imported.
 */
const ways = {
  "a page that is not held": {
    most: 9,
    files: [
      "server/edge/listener.ts",
      "server/edge/request-handler.ts",
      "server/edge/reader.ts",
      "server/edge/store.ts",
      "server/edge/upstream.ts",
      "server/edge/upstream-server.ts",
      "app/(site)/posts/[slug]/page.tsx",
      "lib/posts/queries.ts",
      "components/posts/story.tsx",
    ],
  },
  "a comment": {
    most: 9,
    files: [
      "app/(site)/posts/[slug]/actions.ts",
      "lib/comments/input.ts",
      "lib/comments/writing/submission.ts",
      "lib/comments/writing/gather.ts",
      "lib/comments/screening/facts.ts",
      "lib/comments/writing/verdict.ts",
      "lib/comments/screening/screen.ts",
      "lib/comments/screening/checks.ts",
      "lib/comments/writing/insert-comment.ts",
    ],
  },
  "an approval": {
    most: 6,
    files: [
      "app/desk/comments/actions.ts",
      "lib/moderation/decisions/mutations.ts",
      "lib/moderation/decisions/candidates.ts",
      "lib/moderation/decisions/judge-decision.ts",
      "lib/moderation/decisions/write.ts",
      "lib/moderation/decisions/after.ts",
    ],
  },
}

/** Where one thread hands over to another, or to Next, and the edge is put together. */
const handedOver = ["request-handler.ts", "upstream-server.ts", "[slug]/page.tsx"]

test.each(Object.entries(ways))(
  "the way of %s is as short as it was promised to be",
  (_, { most, files }) => {
    expect(files.length).toBeLessThanOrEqual(most)
    const alone = files.slice(1).filter((file, at) => {
      const [name] = path.basename(file).split(".")
      const before = files.slice(0, at + 1).map(read)
      return (
        !handedOver.some((end) => file.endsWith(end)) && !before.some((text) => text.includes(`/${name}`))
      )
    })
    expect(alone).toEqual([])
  },
)

function isThere(text: string): boolean {
  if (text.includes("*")) {
    const pattern = new RegExp(`^${text.replaceAll(/[.()[\]]/g, "\\$&").replaceAll("*", "[^/]+")}$`)
    return files.some((file) => pattern.test(file))
  }
  const bare = text.replace(/\/$/, "")
  return files.some((file) => file === bare || file.startsWith(`${bare}/`) || file.endsWith(`/${bare}`))
}

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), "utf8")
}
