import { placeholder } from "@/lib/documents/placeholder"
import type { Block } from "@/lib/documents/write-document"
import type { SiteFacts } from "@/lib/pages/privacy/facts"
import { imprintOf, type Responsible, writeTo } from "@/lib/pages/privacy/responsible"

/** A privacy page for a site that does this. Each fact is said in it, so that a change of one is a change of the text. */
export function privacyProposal(facts: SiteFacts, publication: Responsible): Block[] {
  return [
    ...inShort(facts),
    ...reading(facts),
    ...commenting(facts),
    ...provingAnAddress(facts),
    ...mail(facts),
    ...working(facts),
    { heading: "What you can ask for" },
    "You can ask what we hold about you, and have it corrected or erased. For comments and for the newsletter you can do so yourself: every message from us and every comment’s own page has a link that leads there.",
    { heading: "Who is responsible" },
    imprintOf(publication),
    writeTo(publication),
    placeholder("the authority that readers can complain to"),
  ]
}

function inShort({ pictures }: SiteFacts): Block[] {
  const others =
    pictures === "this site"
      ? "No page of this site loads anything from another one."
      : `Pages of this site load pictures from ${pictures}, and nothing else from anywhere else. The operator of that server sees the network address of your browser.`
  return [
    "This page says what this site learns about you, what it keeps and for how long.",
    { heading: "In short" },
    `${others} There is no advertising, nothing counts or follows you, and no script runs on the pages for readers. Nobody who only reads gets a cookie.`,
  ]
}

function reading({ networkHash, proxies }: SiteFacts): Block[] {
  const between =
    proxies === "yes"
      ? " Another server passes requests on to this one and sees your network address too; ask us who runs it."
      : ""
  return [
    { heading: "When you read" },
    `Your browser’s network address is needed to send you a page. We do not write it down. To slow down abuse we keep a hash of it made with a secret of the day; that secret is thrown away after ${networkHash}, and from then on the hash tells nothing, not even to us.${between}`,
  ]
}

function commenting({ editing, blackout, filter, report }: SiteFacts): Block[] {
  const power = filter === "yes" ? "can make a comment wait for a moderator" : "advises the moderators"
  const counts =
    report === "yes"
      ? "How many comments were decided about, and why, is [published as counts](/moderation) that name nobody."
      : "We do not publish figures about these decisions."
  return [
    { heading: "When you comment" },
    "Your name, your website if you give one, and what you write are shown on the page once the comment is published. Your email address is never shown. It is kept encrypted, and as a keyed hash that lets us find your other comments.",
    `You can change a comment for ${editing}, and delete it at any time from its own page; nothing of its words, your name or your address is kept then. Words that a moderator has blacked out are kept for ${blackout}, in case that was a mistake, and are then gone.`,
    `A filter that learns only from decisions made here counts words and ${power}. Nothing is sent anywhere else to be judged. Decisions are kept in a log that holds neither words of comments nor addresses. ${counts}`,
    "If you report a comment, what you say is kept beside it for the moderators. If you want to hear what becomes of it, it is kept with your address until you erase that. If moderators ban somebody, a keyed hash of the address is kept for as long as that holds.",
  ]
}

function provingAnAddress({ proofLink, unproved, commenterCookie, ownLink }: SiteFacts): Block[] {
  return [
    { heading: "When you prove that an address is yours" },
    `If you ask for it, we mail a link to the address you typed. It works for ${proofLink}. An address that never answers is forgotten after ${unproved}.`,
    `If you let your browser be remembered, it gets a cookie for ${commenterCookie}, which says that you have proved an address and nothing else. You can take that back on any of your comments’ pages.`,
    `A mailed link to everything under your address works for ${ownLink}. There you can take all of it along as a file, or erase it for good.`,
  ]
}

function mail({ mail, unconfirmed, deliveries }: SiteFacts): Block[] {
  if (mail === "no") {
    return [
      { heading: "Mail" },
      `This site sends no mail at present. Addresses that were given for a newsletter before are kept encrypted until they are erased; one that was never confirmed is forgotten after ${unconfirmed}, and the list of sent messages after ${deliveries}.`,
    ]
  }
  return [
    { heading: "The newsletter and other mail" },
    `Your address is kept encrypted, and used once you have confirmed it. A sign-up that nobody confirms is forgotten after ${unconfirmed}. Each message has a link to leave the list. We do not learn whether you open a message or follow a link in it.`,
    `So that none is sent twice, we keep a list of what was sent, with the addresses encrypted, for ${deliveries}.`,
  ]
}

function working(facts: SiteFacts): Block[] {
  const { session, endedSession, deviceCookie, secondStep, passkeyCookie } = facts
  return [
    { heading: "People who work here" },
    `Staff get a cookie when they sign in, for at most ${session}, and one that tells their browser from a stranger’s, for ${deviceCookie}. Two more belong to signing in: one while a second step is still to come, for ${secondStep}, and one that ties a question for a passkey to their browser, for ${passkeyCookie}. Which browsers they were signed in with is kept for ${endedSession} after a session has ended. What they decide is kept in a log.`,
    "Of a passkey we keep the public key, a name for it and when it was last used; a fingerprint or a face never leaves its owner’s device. The key that somebody shares with an authenticator app is kept encrypted, and of recovery codes only hashes are kept. All of it is erased when its owner removes it.",
    "Everyone credited on a story has a profile that readers can open, with or without an account. It has their name and what else they or the editors have added: a portrait, a title, a text, pronouns, links.",
  ]
}
