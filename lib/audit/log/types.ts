import type { AuditAction } from "@/lib/audit/types"
import type { Role } from "@/lib/auth/staff"
import type { SettingChange } from "@/lib/settings/changes"

/** An event as the log shows it. */
export type LogEntry = {
  id: number
  at: Date
  /** Null when the rules, the author or the operator acted. */
  by: string | null
  action: AuditAction
  reason: string
  version: number | null
  /** The name is as its author typed it; never an address. */
  comment: { id: number; name: string; title: string; deleted: boolean } | null
  /** `opens`: whether whoever reads this can open the story at the desk. */
  story: { id: number; title: string; opens: boolean } | null
  /** The name of whom of the staff it is about. */
  member: string | null
  /** Whether that is who did it. */
  isSelf: boolean
  /** The number of the picture that it is about. */
  mediaId: number | null
  /** The number of the author whose profile it is about. */
  authorId: number | null
  /** The page that it is about; without a title once it was deleted. */
  page: { id: number; title: string; path: string; gone: boolean } | null
  /** The slug of that author, or of the one whose portrait it is; empty for other pictures. */
  author: string
  /** The slug of the profile that was merged into it. */
  merged: string
  /** The tag that it is about, by its name; empty for anything else. */
  tag: string
  /** The tag that it was merged into, by its name. */
  into: string
  /** What of the checklist a story was published in spite of; empty for anything else. */
  overridden: string
  /** Whether the story stood there already, and only a note was added. */
  isNote: boolean
  /** With others of its batch this is one entry: `count` of them, `about` in the words of whoever asked for it. */
  batch: { id: number; count: number; about: string; undone: boolean; undoable: boolean } | null
  /** The event that it takes back, and that one's place in the chain. */
  undoes: { id: number; action: AuditAction; seq: number | null } | null
  seq: number | null
  /** What its editors and writers said with a step of a story; empty without, and of anything else. */
  note: string
  /** Which settings were changed with it, and how. */
  settings: SettingChange[]
  /** The roles that were given with it. */
  roles: Role[]
}
