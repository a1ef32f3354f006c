import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { chandlerStreetThread } from "../../db/demo/comments/chandler-street.ts"
import type { DemoComment as Spoken } from "../../db/demo/conversation.ts"
import { featuresOf } from "../../lib/spam/features.ts"
import type { CommentText } from "../../lib/spam/reading.ts"

/** A comment that is known to be spam, or not. */
export type Known = { said: CommentText; features: string[]; spam: boolean }

/** Our own material: what is written in `material/`, and the demo's longest conversation. */
export function readMaterial(): Known[] {
  const readers = [...writtenIn("ham.txt"), ...chandlerStreetThread.flatMap(everyVoice)]
  return [...readers.map(known(false)), ...writtenIn("spam.txt").map(known(true))]
}

/** What the start of the filter is counted from: what was written for that, our own, and all kinds but those to test by. */
export function readStartMaterial(): Known[] {
  const written = [...writtenIn("start-spam.txt"), ...writtenIn("start-readers.txt")]
  return [...written.map(byKind), ...readMaterial(), ...readKinds("train"), ...readKinds("validate")]
}

/**
 * Comments written by somebody who had never seen the filter, no two alike. No weight is fitted to them; README,
 * Decisions, says how often their figures were looked at.
 */
export function readApart(): Known[] {
  return linesOf("apart.jsonl").map(({ spam, ...said }) => known(spam)(said))
}

/**
 * Comments of the kinds that the filter once missed or held wrongly, and hard cases beside them. A hash of the words says
 * which part one is in: half to fit weights, a sixth to choose by, and a third, to test, that no weight is fitted to and no word is counted from.
 */
export function readKinds(part: "train" | "validate" | "test"): Known[] {
  const parts = ["train", "train", "train", "validate", "test", "test"]
  const kinds = linesOf("kinds.jsonl").filter(({ body }) => parts[hashOf(body) % parts.length] === part)
  return kinds.map(({ spam, name, website, body }) => known(spam)({ name, website, body }))
}

/**
 * Parts material by a hash of its words: which half something is in was settled before anybody looked. Another `round`
 * parts it otherwise.
 */
export function halve(material: Known[], round = 0): [Known[], Known[]] {
  const first = ({ said }: Known) => hashOf(round === 0 ? said.body : `${round}:${said.body}`) % 2 === 0
  return [material.filter(first), material.filter((each) => !first(each))]
}

/** Comments as they stand under videos and articles, in a dozen languages, to choose a model by; no weight is fitted to them. */
export function readVideo(): Known[] {
  return writtenIn("video.txt").map(byKind)
}

function byKind({ kind, ...said }: CommentText & { kind: string }): Known {
  return known(kind === "spam")(said)
}

function hashOf(text: string): number {
  return createHash("sha256").update(text).digest()[0] ?? 0
}

function linesOf(file: string): (CommentText & { spam: boolean })[] {
  const text = fs.readFileSync(path.join(import.meta.dirname, "material", file), "utf8")
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
}

function writtenIn(file: string): (CommentText & { kind: string })[] {
  const text = fs.readFileSync(path.join(import.meta.dirname, "material", file), "utf8")
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"))
  return lines.map((line) => {
    const [kind = "", name = "", website = "", ...body] = line.split("|").map((part) => part.trim())
    return { kind, name, website, body: body.join("|").replaceAll("\\n", "\n") }
  })
}

function everyVoice({ name, text, replies }: Spoken): CommentText[] {
  return [{ name, website: "", body: text }, ...replies.flatMap(everyVoice)]
}

function known(spam: boolean): (said: CommentText) => Known {
  return (said) => ({ said, features: featuresOf(said), spam })
}
