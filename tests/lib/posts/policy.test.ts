import { describe, expect, test } from "vitest"
import type { Role } from "@/lib/auth/staff"
import { type PostStatus, postStatuses } from "@/lib/documents/post-statuses"
import { mayChooseAuthor, mayEdit, mayPublish, maySee, maySubmit, mayWrite } from "@/lib/posts/policy"

const statuses = [...postStatuses]

type Row = { see: PostStatus[]; edit: PostStatus[]; submit: PostStatus[] }
const all = {
  see: statuses,
  edit: statuses,
  submit: ["draft", "in_review", "changes_asked", "withdrawn"],
} satisfies Row
const none = { see: [], edit: [], submit: [] } satisfies Row

/** Who may do what with their own and with somebody else's story. */
const table: { roles: Role[]; own: Row; others: Row; publish: boolean; write: boolean }[] = [
  {
    roles: ["writer"],
    own: {
      see: statuses,
      edit: ["draft", "in_review", "changes_asked", "published"],
      submit: ["draft", "in_review", "changes_asked"],
    },
    others: none,
    publish: false,
    write: true,
  },
  { roles: ["editor"], own: all, others: all, publish: true, write: true },
  { roles: ["admin"], own: all, others: all, publish: true, write: true },
  { roles: ["moderator"], own: none, others: none, publish: false, write: false },
  { roles: ["writer", "editor"], own: all, others: all, publish: true, write: true },
]

describe.each(table)("$roles", ({ roles, own, others, publish, write }) => {
  const person = { id: 7, roles, authorId: 70 }

  test.each(statuses)("with a story that is %s", (status) => {
    for (const [row, createdBy, ...authorIds] of [
      [own, 7],
      [own, 8, 80, 70],
      [own, null, 70],
      [others, 8, 80],
      [others, null],
    ] as const) {
      const post = { createdBy, authorIds, status, trashedAt: null }
      expect(maySee(person, post)).toBe(row.see.includes(status))
      expect(mayEdit(person, post)).toBe(row.edit.includes(status))
      expect(maySubmit(person, post)).toBe(row.submit.includes(status))
    }
  })

  test("in general", () => {
    expect(mayPublish(person)).toBe(publish)
    expect(mayChooseAuthor(person)).toBe(publish)
    expect(mayWrite(person)).toBe(write)
  })
})
