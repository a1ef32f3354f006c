import "server-only"
import { z } from "zod"
import { staffRole } from "@/db/schema/staff"
import type { Role } from "@/lib/auth/staff"

const box = z.string().optional()

/** A box for each role; what else a form may name is not read. */
export const roleBoxes = { writer: box, editor: box, moderator: box, admin: box }

export const roleBoxBounds = { writer: 100, editor: 100, moderator: 100, admin: 100 }

type Boxes = { [role in Role]?: string | undefined }

/** A form's answer with the roles whose boxes are ticked in place of the boxes. */
export function withRoles<T extends Boxes>({ writer, editor, moderator, admin, ...rest }: T) {
  const ticked = Object.entries({ writer, editor, moderator, admin }).filter(([, value]) => value === "on")
  return { ...rest, roles: ticked.map(([role]) => role as Role) }
}

export const someRole = {
  error: "Choose one role or more.",
  path: ["roles"],
}

export function knownRoles(words: string[]): Role[] {
  return staffRole.enumValues.filter((role) => words.includes(role))
}
