import { type Authored, type Guarded, mayEdit, maySee } from "@/lib/posts/policy"

type Person = Parameters<typeof mayEdit>[0]

/** Reading what a story said before: those who see the story at the desk. */
export function maySeeRevisions(person: Person, post: Authored): boolean {
  return maySee(person, post)
}

/** Naming, restoring and discarding versions: those who may change the story now. */
export function mayChangeRevisions(person: Person, post: Guarded): boolean {
  return mayEdit(person, post)
}
