import type { PagePurpose } from "@/lib/pages/types"

/** What a page can be to the site: how that is called, and the address that is proposed for it. */
export const purposeWords: Record<PagePurpose, { label: string; slug: string; does: string }> = {
  about: { label: "About", slug: "about", does: "Who makes this publication, and what for." },
  privacy: {
    label: "Privacy",
    slug: "privacy",
    does: "What the site knows about its readers, written from its settings.",
  },
  house_rules: {
    label: "House rules",
    slug: "house-rules",
    does: "What may be said in comments. Linked where readers comment.",
  },
  contact: { label: "Contact", slug: "contact", does: "How to reach the people behind it." },
}

export const pagePurposes = Object.keys(purposeWords) as [PagePurpose, ...PagePurpose[]]

export function isPurpose(text: unknown): text is PagePurpose {
  return typeof text === "string" && Object.hasOwn(purposeWords, text)
}
