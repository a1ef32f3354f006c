// Takes a picture into the library in a process of its own, which a test kills meanwhile.
import { createHash } from "node:crypto"
import fs from "node:fs/promises"
import type { Staff } from "../../lib/auth/staff.ts"
import { takeFile } from "../../lib/media/take-file.ts"

const [, , staffId = "", file = ""] = process.argv
const content = await fs.readFile(file)
const contentHash = createHash("sha256").update(content).digest()
const staff = { id: Number(staffId), roles: ["editor"] } as unknown as Staff
await takeFile(staff, { filename: "killed.webp", path: file, bytes: content.length, contentHash, cut: false })
