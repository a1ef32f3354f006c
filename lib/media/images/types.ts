export const imageProblems = [
  "broken",
  "crashed",
  "empty",
  "file-too-large",
  "heic",
  "moving",
  "not-a-picture",
  "not-stored",
  "pdf",
  "raw-photograph",
  "several-pages",
  "svg",
  "too-many-frames",
  "too-many-pixels",
  "too-much-memory",
  "too-slow",
  "too-wide",
  "video",
] as const

export type ImageProblem = (typeof imageProblems)[number]

export type ImageFormat = "avif" | "gif" | "jpeg" | "png" | "tiff" | "webp"

export type VariantFormat = "avif" | "webp" | "jpeg"

export type ImageRefusal = { ok: false; problem: ImageProblem }
