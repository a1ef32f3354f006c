/** Metadata of a page that is gone for good: the edge answers 410 with it (`server/edge/gone.ts`). */
export const goneMetadata = {
  other: { "masthead-status": "410" },
  robots: { index: false, follow: false },
}
