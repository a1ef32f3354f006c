import type { RichTextNode } from "../../db/schema/posts.ts"

/** Of words that a publication in Arabic has; `long` fills more than a line of a phone. */
export const words = {
  name: "صوت الحي",
  tagline: "أخبار من الشارع المجاور.",
  imprint: "تصدر عن جمعية صوت الحي، ٣ شارع المطحنة.",
  author: "لينا حداد",
  role: "محررة",
  bio: "تكتب عن المدارس والمكتبات، وعن كل ما يفعله الناس معًا.",
  reader: "سامر",
  title: "المكتبة المتنقلة تعود إلى الحي",
  tag: "مكتبات",
  about: "من نحن",
  short: "شكرًا جزيلًا.",
  long: "عادت المكتبة المتنقلة إلى الحي بعد عامين من الغياب، ومعها ثلاثة آلاف كتاب وسائق يعرف أسماء الأطفال كلهم.",
}

const text = (text: string): RichTextNode => ({ type: "text", text })
const paragraph = (words: string): RichTextNode => ({ type: "paragraph", content: [text(words)] })
const item = (words: string): RichTextNode => ({ type: "listItem", content: [paragraph(words)] })

/** A text with a heading, a list and a quotation. */
export const arabicBody: RichTextNode = {
  type: "doc",
  content: [
    paragraph(words.long),
    { type: "heading", attrs: { level: 2 }, content: [text(words.about)] },
    paragraph(words.long),
    { type: "bulletList", content: [item(words.short), item(words.long)] },
    { type: "blockquote", content: [paragraph(words.long)] },
    paragraph(words.long),
  ],
}
