import { createHash, randomInt } from "node:crypto"
import fs from "node:fs/promises"
import path from "node:path"
import { editor } from "../../db/demo/people.ts"
import type { PictureTools } from "../../db/demo/seed-stories.ts"
import { seedPublication } from "../../db/seed.ts"
import { hashPassword } from "../../lib/auth/password.ts"
import { commentFingerprint } from "../../lib/comments/fingerprint.ts"
import { inShort } from "../../lib/comments/screening/opinion.ts"
import { protectEmail } from "../../lib/email.ts"
import { env } from "../../lib/env.ts"
import { addMedium } from "../../lib/media/mutations.ts"
import { storeFile } from "../../lib/media/store-file.ts"
import { saveBylines } from "../../lib/posts/save-bylines.ts"
import { featuresOf } from "../../lib/spam/features.ts"
import { train } from "../../lib/spam/lessons.ts"
import { judgeSpam } from "../../lib/spam/model.ts"
import { ensureByline } from "../../lib/staff/byline.ts"
import { actAs } from "./act-as.ts"
import { seedFrontPage } from "./seed-front-page.ts"
import { seedPages } from "./seed-pages.ts"
import { seedProfiles } from "./seed-profiles.ts"

/**
 * Seeds the demo publication into an empty database. Answers the password of the demo staff only when it
 * was made here, to be printed once; it is kept nowhere in clear.
 */
export async function seed(): Promise<{ seeded: boolean; demoPassword?: string }> {
  const chosen = env().DEMO_PASSWORD
  const password = chosen ?? readablePassword()
  const seeded = await seedPublication(password, {
    hashPassword,
    protectEmail,
    takePicture,
    ensureByline,
    saveBylines,
    fingerprint: commentFingerprint,
    opinion: (said) => {
      const { score, contributions } = judgeSpam(featuresOf(said), new Map())
      return { score, contributions: inShort(contributions) }
    },
    teach: (tx, lessons) =>
      train(tx, {
        learn: lessons.map(({ commentId, said, spam }) => ({ commentId, features: featuresOf(said), spam })),
      }),
  })
  if (seeded) {
    await seedProfiles(takePicture)
    const rima = await actAs(editor)
    await seedPages(rima)
    await seedFrontPage(rima)
  }
  return seeded && !chosen ? { seeded, demoPassword: password } : { seeded }
}

/** Takes a picture into the library; null where the store does not answer. */
const takePicture: PictureTools["takePicture"] = async (tx, { path: file, ...said }) => {
  const stored = await storeFile(await readPicture(file))
  return stored.ok ? addMedium(tx, { ...stored.picture, ...said }) : null
}

async function readPicture(file: string) {
  const content = await fs.readFile(file)
  const contentHash = createHash("sha256").update(content).digest()
  return { filename: path.basename(file), path: file, bytes: content.length, contentHash, cut: false }
}

/** Sixteen letters and digits that are not mistaken for one another: 79 bits. */
function readablePassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789"
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("")
  return [group(), group(), group(), group()].join("-")
}
