import { shareOf } from "@/lib/spam/letter-signals"
import type { SignalTest } from "@/lib/spam/look"

/** Where a comment leads, and the shape of the addresses in it. */
export const addressSignals = {
  "link-1": { label: "a link", test: ({ links }) => links === 1 },
  "link-2": { label: "two links", test: ({ links }) => links === 2 },
  "link-3": { label: "three links or more", test: ({ links }) => links > 2 },
  "bare-address": { label: "an address without https://", test: ({ bare }) => bare > 0 },
  "only-link": {
    label: "hardly anything but a link",
    test: ({ links, bare, text, body }) =>
      (links + bare > 0 && text.replace(/\s+/g, "").length < 16) || /^\W*watch\?v=\S+\s*$/.test(body),
  },
  markup: {
    label: "link code of other sites",
    test: ({ body }) => /<a\s+href|\[url\b|\[link\b/i.test(body),
  },
  "short-link": {
    label: "a shortened or messenger link",
    test: ({ body }) =>
      /\b(?:bit\.ly|t\.me|wa\.me|tinyurl\.|goo\.gl|is\.gd|ow\.ly|cutt\.ly|adf\.ly|rb\.gy)/i.test(body),
  },
  "official-link": {
    label: "a link to a public body, a university or an encyclopedia",
    test: ({ links, body }) =>
      links > 0 && /:\/\/[\w.-]{0,80}(?:\.gov|\.edu|\.ac\.|wikipedia\.|wikimedia\.|parliament\.)/i.test(body),
  },
  "cheap-host": {
    label: "an address under an ending that advertisers like",
    test: ({ hosts }) =>
      hosts.some((host) =>
        /\.(?:xyz|top|info|biz|click|online|site|club|shop|store|icu|live|vip|win|bet|link|pro|ru|cn|tk)$/.test(
          host,
        ),
      ),
  },
  "odd-address": {
    label: "an address of digits or random letters",
    test: ({ hosts }) => hosts.some((host) => host.split(".").some((part) => isRandom(part))),
  },
  "link-unsaid": {
    label: "a link that the words say nothing about",
    test: ({ links, body, words }) => links > 0 && !namesItsLink(body, words),
  },
  website: { label: "gives a website", test: ({ website }) => website !== "" },
  mail: { label: "a mail address in the text", test: ({ mails }) => mails > 0 },
  handle: { label: "an @name", test: ({ text }) => /(?:^|\s)@[a-z0-9_]{3,}/i.test(text) },
} as const satisfies Record<string, SignalTest>

/** Whether a word of a link occurs in the text around it. */
function namesItsLink(body: string, words: string): boolean {
  const [link = ""] = /https?:\/\/[^\s<>"']{1,200}|www\.[^\s<>"']{1,200}/i.exec(body) ?? []
  const parts = link.toLowerCase().match(/[a-z]{4,20}/g) ?? []
  return parts.some((part) => !/^(?:https?|html?|example|index)$/.test(part) && words.includes(part))
}

export function isRandom(word: string): boolean {
  if (!/^[a-z\d]{5,60}$/i.test(word)) return false
  const digits = word.match(/\d/g)?.length ?? 0
  return (
    (digits > 2 && digits < word.length) ||
    /[bcdfghjklmnpqrstvwxz]{6}/i.test(word) ||
    shareOf(/[aeiouy]/gi, word) === 0
  )
}
