import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"

const root = path.join(import.meta.dirname, "..")

/** Which rooms a room may import from; tests may see everything. */
const arrows: Record<string, string[]> = {
  app: ["app", "components", "lib", "db"],
  components: ["components", "lib"],
  lib: ["lib", "db"],
  db: ["db"],
  server: ["server", "db"],
}

/** Where the edge meets the publication: what is started with it, and nothing else. */
const compositionRoots = [
  "server/boot/main.ts",
  "server/boot/seed.ts",
  "server/boot/seed-staff.ts",
  "server/boot/seed-pictures.ts",
  "server/boot/seed-stories.ts",
  "server/boot/seed-comments.ts",
  "server/boot/act-as.ts",
  "server/boot/seed-front-page.ts",
  "server/boot/seed-pages.ts",
  "server/boot/seed-profiles.ts",
  "server/boot/workers.ts",
  "server/boot/commands.ts",
]

/**
 * The floors of `lib`, from the lowest up. A folder imports from its own files and from floors below it, so that no two
 * folders need each other. "." stands for the tools that lie in `lib` itself.
 */
const floors: string[][] = [
  ["text"],
  ["."],
  ["visitors", "jobs", "documents", "fetch-guard"],
  ["auth"],
  ["audit", "mail"],
  ["credentials"],
  ["staff", "settings", "embeds"],
  ["frame"],
  ["media/images", "media/storage"],
  ["media"],
  ["authors"],
  ["posts", "bans", "spam", "newsletter"],
  ["posts/notes", "posts/presence", "posts/revisions", "posts/dates", "posts/preview-links", "posts/trash"],
  ["posts/withdrawal"],
  ["posts/bulk"],
  ["front", "tags", "icons", "corrections"],
  ["comments"],
  ["comments/thread", "comments/screening"],
  ["comments/writing"],
  ["comments/self-service"],
  ["commenters", "moderation"],
  ["moderation/decisions", "moderation/queue"],
  ["moderation/appeals", "moderation/bulk"],
  ["pages/privacy"],
  ["pages"],
  ["moderation/bans", "moderation/live", "moderation/digest", "moderation/transparency", "audit/log"],
  ["desk", "desk/first-run", "ops", "ops/screen"],
]

/** What every domain may be asked for by its name alone. */
const layers = ["queries", "mutations", "policy", "input", "types", "messages", "templates", "jobs"]

/** Other files that reach into the database and are asked for from outside their domain. */
const named: Record<string, string[]> = {
  audit: ["chain-state", "cli"],
  auth: [
    "access-changes",
    "auth",
    "guess-limits",
    "open-session",
    "own-sessions",
    "pending-sign-in",
    "second-factors",
    "sessions",
    "staff-links",
    "step-up",
    "still-may",
    "viewer",
  ],
  authors: ["delete-guest", "columns", "guests", "merge"],
  bans: ["find"],
  commenters: ["erasure", "own-comments", "own-export", "remembered"],
  credentials: [
    "ask-passkey",
    "challenges",
    "check-passkey",
    "notices",
    "passkeys",
    "remove-all",
    "second-step",
    "totp-setup",
    "waiting",
  ],
  corrections: ["report-error"],
  comments: [
    "changed-comments",
    "current-decision",
    "desk-changes",
    "locked-comment",
    "locks",
    "open-appeals",
    "reply-mail",
    "report-mail",
    "second-look",
    "self-service/appeal",
    "self-service/disowned",
    "self-service/edit",
    "self-service/own-comment",
    "self-service/verify",
    "self-service/delete-own",
    "thread/newest",
    "thread/place",
    "thread/readable",
    "writing/fill-mailboxes",
    "writing/reports",
    "writing/submission",
  ],
  embeds: ["describe-embed"],
  jobs: ["job-lane", "overdue", "run-lanes"],
  mail: ["deliveries", "delivery-lease", "mailbox-quota"],
  media: [
    "images/images",
    "images/messages",
    "import-picture",
    "library-url",
    "picture-columns",
    "portrait-choices",
    "logo-file",
    "replace",
    "site-pictures",
    "store-file",
    "take-down",
    "upload",
    "uses",
  ],
  moderation: [
    "bulk/batches",
    "bulk/decide",
    "bulk/preview",
    "bulk/undo",
    "decisions/notes",
    "decisions/staff-reply",
    "decisions/blackout",
    "decisions/undo",
    "digest/news",
    "leases",
    "live/stream",
    "queue/counts",
    "queue/filter",
  ],
  pages: ["desk-queries"],
  posts: [
    "archive-queries",
    "comment-mode",
    "count-stories",
    "desk-queries",
    "front-page",
    "mode-changes",
    "own-stories",
    "published",
    "section-feeds",
    "section-queries",
    "step-mail",
  ],
  spam: ["lessons"],
  staff: ["account", "byline", "cli", "invitations", "link-requests", "mail", "setup"],
  visitors: ["daily-salts", "ip-prefix-hash", "rate-limit", "request-origin"],
}

type Import = { file: string; target: string; typeOnly: boolean }

test("every import follows the arrows", () => {
  const wrong = imports().filter(({ file, target, typeOnly }) => {
    const [from = "", to = ""] = [room(file), room(target)]
    if (!(from in arrows) || !(to in arrows)) return false
    if (compositionRoots.includes(file) && to === "lib") return false
    // The one table of addresses says which of them the edge keeps, and how large their forms are.
    if (from === "server" && target === "app/routes") return false
    // The environment, the width of a network and what a language is called are tools of every room, and no domain.
    if (
      from === "server" &&
      ["lib/env", "lib/text/direction", "lib/text/language", "lib/visitors/ip-prefix"].includes(target)
    )
      return false
    // The two passes of a page hand each other its pieces around the handler that renders it.
    if (file === "server/edge/upstream-server.ts" && target === "lib/page-pieces") return false
    // The policy of a page names the sites whose players a text can hold.
    if (from === "server" && target === "lib/documents/embed-hosts") return false
    // The edge reads the files that the library stores.
    if (from === "server" && ["lib/media/storage/bucket", "lib/media/storage/names"].includes(target))
      return false
    // A type leaves nothing behind, and row types come from the table.
    if (typeOnly && target.startsWith("db/schema/") && from !== "server") return false
    return !arrows[from]?.includes(to)
  })
  expect(wrong).toEqual([])
})

test.each([
  ["lib", floors],
  ["server", [["."], ["postgres", "cache"], ["edge"], ["boot"]]],
])("the folders of %s stand on floors, and no arrow leads up", (name, floors) => {
  const height = new Map(floors.flatMap((folders, floor) => folders.map((folder) => [folder, floor])))
  const unknown = files().filter((file) => room(file) === name && !height.has(folderOf(bare(file))))
  expect(unknown).toEqual([])
  const wrong = imports().filter(({ file, target }) => {
    if (room(file) !== name || room(target) !== name) return false
    const [from, to] = [folderOf(bare(file)), folderOf(target)]
    return from !== to && (height.get(to) ?? 0) >= (height.get(from) ?? 0)
  })
  expect(wrong).toEqual([])
})

test("a domain of lib names no file that nobody asks for", () => {
  const asked = new Set(
    imports().flatMap(({ file, target }) => (file.split("/")[1] === target.split("/")[1] ? [] : [target])),
  )
  const idle = Object.entries(named).flatMap(([domain, names]) =>
    names.map((name) => `lib/${domain}/${name}`).filter((target) => !asked.has(target)),
  )
  expect(idle).toEqual([])
})

test("others ask a domain of lib for what it names, and never reach around that into the database", () => {
  const wrong = imports().filter(({ file, target, typeOnly }) => {
    const [, domain = "", ...rest] = target.split("/")
    if (room(target) !== "lib" || rest.length === 0 || typeOnly) return false
    if (file.startsWith(`lib/${domain}/`) || !isForTheServer(target)) return false
    if (!["app", "components", "lib", "server"].includes(room(file))) return false
    return !layers.includes(rest.at(-1) ?? "") && !named[domain]?.includes(rest.join("/"))
  })
  expect(wrong).toEqual([])
})

test("components take data as props and never read or write by themselves", () => {
  const wrong = imports().filter(
    ({ file, target, typeOnly }) => room(file) === "components" && !typeOnly && isForTheServer(target),
  )
  expect(wrong).toEqual([])
})

test("no schema is judged in a browser: it would bring the library along, which the desk's policy lets compile nothing", () => {
  const found = imports().filter(({ typeOnly }) => !typeOnly)
  const inBrowser = new Set(files().filter((file) => /^"use client"/.test(read(file))))
  for (const file of inBrowser) {
    const asked = found.filter((one) => one.file === file).map(({ target }) => target)
    const more = files().filter((one) => asked.includes(bare(one)) && !/^"use server"/.test(read(one)))
    for (const one of more) inBrowser.add(one)
  }
  expect([...inBrowser].filter((file) => /^import \{.*from "zod/m.test(read(file)))).toEqual([])
})

test("a file of lib that reaches into the database says that it is for the server only", () => {
  const wrong = imports()
    .filter(({ file, target, typeOnly }) => room(file) === "lib" && room(target) === "db" && !typeOnly)
    .filter(({ file }) => !isForTheServer(bare(file)))
  expect(wrong).toEqual([])
})

test("half of the files of each room have at most 40 lines of code, and nine in ten at most 100", () => {
  const lengths = new Map<string, number[]>()
  for (const file of files()) {
    const [part = "", inner = ""] = file.split("/")
    if (!["app", "components", "lib", "server"].includes(part)) continue
    // Pages lie by their addresses, not by what they are about.
    const names = part === "app" ? [part] : [part, `${part}/${inner}`]
    for (const name of names) lengths.set(name, [...(lengths.get(name) ?? []), linesOfCode(read(file))])
  }
  const long = [...lengths]
    // Of fewer than ten, nine in ten is no number.
    .filter(([, found]) => found.length >= 10)
    .map(([name, found]) => ({ name, sorted: found.toSorted((one, other) => one - other) }))
    .map(({ name, sorted }) => ({
      name,
      half: sorted[Math.floor(sorted.length / 2)] ?? 0,
      nineInTen: sorted[Math.floor(sorted.length * 0.9)] ?? 0,
    }))
    .filter(({ half, nineInTen }) => half > 40 || nineInTen > 100)
  expect(long).toEqual([])
})

/** Comments do not count, nor do blank lines. */
function linesOfCode(text: string): number {
  return text.split("\n").filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line)).length
}

test("there are no barrels and no drawers", () => {
  const wrong = files().filter((file) =>
    /(^|\/)(index|utils?|helpers?|misc|constants?|common)\.tsx?$/.test(file),
  )
  expect(wrong).toEqual([])
})

test("one exported name has one meaning", () => {
  const found = new Map<string, string[]>()
  for (const file of files()) {
    if (!["app", "components", "lib", "db", "server"].includes(room(file))) continue
    for (const [, name = ""] of read(file).matchAll(anyExport))
      if (room(file) !== "app" || !ofNext.has(name)) found.set(name, [...(found.get(name) ?? []), file])
  }
  expect([...found].filter(([, places]) => places.length > 1)).toEqual([])
})

/** What Next reads of each page and route handler. */
const ofNext = new Set(["GET", "POST", "dynamic", "metadata", "generateMetadata", "viewport"])

const anyExport = /^export (?:async )?(?:function\*?|const|class|type|interface) (\w+)/gm

test("nothing is exported that no other file asks for", () => {
  const askersOf = new Map<string, Set<string>[]>()
  for (const { file, target } of imports()) {
    askersOf.set(target, [...(askersOf.get(target) ?? []), wordsIn(file)])
  }
  const idle = files().flatMap((file) => {
    if (!["components", "lib", "db", "server"].includes(room(file)) || readByTools.test(file)) return []
    const askers = askersOf.get(bare(file)) ?? []
    return exported(read(file)).flatMap((name) =>
      askers.some((words) => words.has(name)) ? [] : [`${file}: ${name}`],
    )
  })
  expect(idle).toEqual([])
})

/** Drizzle wants every enum of the schema, and `command.mjs` asks the built server for what its entries export. */
const readByTools = /^(db\/schema\/|db\/drizzle\.config|server\/boot\/(main|commands|settings)\.ts)/

/** The functions and values of a file; a type may have a name for its readers' sake alone. */
function exported(text: string): string[] {
  return [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(
    ([, name = ""]) => name,
  )
}

const imports = once((): Import[] =>
  files().flatMap((file) => {
    const text = read(file)
    const found = [...text.matchAll(/^(?:import|export)\s+(type\s)?[^"'()]*?["']([^"']+)["']/gm)]
    const dynamic = [...text.matchAll(/\bimport\(\s*["']([^"']+)["']/g)].map((match) => [
      match[0],
      undefined,
      match[1],
    ])
    return [...found, ...dynamic].flatMap(([, typeOnly, name = ""]) => {
      const target = inside(file, name)
      return target ? [{ file, target, typeOnly: Boolean(typeOnly) }] : []
    })
  }),
)

/** The path inside the project that an import names, without its ending; `null` for a package. */
function inside(file: string, name: string): string | null {
  if (name.startsWith("@/")) return bare(name.slice(2))
  if (name.startsWith(".")) return bare(path.posix.join(path.posix.dirname(file), name))
  return null
}

const files = once((): string[] => {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  })
  return listed
    .split("\n")
    .filter((file) => /\.(tsx?|[cm]js)$/.test(file) && fs.existsSync(path.join(root, file)))
})

/** The folder of a file within its room: of `lib` a domain, or a part of a large one. */
function folderOf(target: string): string {
  const folders = target.split("/").slice(1, -1)
  return folders.length === 0 ? "." : folders.join("/")
}

function isForTheServer(target: string): boolean {
  const file = `${target}.ts`
  return fs.existsSync(path.join(root, file)) && /^import "server-only"$/m.test(read(file))
}

function bare(target: string): string {
  return target.replace(/\.(ts|tsx|[cm]js)$/, "")
}

function room(file: string): string {
  return file.split("/")[0] ?? ""
}

const words = new Map<string, Set<string>>()

function wordsIn(file: string): Set<string> {
  const found = words.get(file) ?? new Set(read(file).split(/\W+/))
  words.set(file, found)
  return found
}

const texts = new Map<string, string>()

function read(file: string): string {
  const text = texts.get(file) ?? fs.readFileSync(path.join(root, file), "utf8")
  texts.set(file, text)
  return text
}

/** Every test asks for the same. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
