import type { RichTextNode } from "@/db/schema/posts"

/**
 * What makes one list of nodes out of another, in order: so many nodes stay, so many go, these come, or one stays and is
 * changed. Lists are the blocks of a document, or the words of a line of text (`diff-words.ts`).
 */
export type Step =
  | { keep: number }
  | { drop: number }
  | { add: RichTextNode[] }
  | {
      change: {
        /** The node without what is in it. */
        shell: RichTextNode
        /** How what is in it becomes what it shall be, words where it is a line of text; null where the shell is all. */
        inside: { words: Step[] } | { nodes: Step[] } | null
      }
    }

/** What makes one document out of another. */
export type DocumentDiff = Extract<Step, { change: unknown }>["change"]
