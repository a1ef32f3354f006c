import type { FormState } from "@/lib/form-state"

export type PreviewRefusal = "not-found" | "not-allowed" | "in-trash" | "withdrawn" | "too-many"

/** The answer of the form that makes a link: with the link itself, which is shown this once. */
export type ShareState = FormState | { status: "shared"; message: string; link: string }
