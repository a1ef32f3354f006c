import { z } from "zod"

/** What a new publication has of what one of its own needs. */
export type FirstRunFacts = {
  named: boolean
  profile: boolean
  colleagues: boolean
  about: boolean
  privacy: boolean
  mail: boolean
  story: boolean
  seenSite: boolean
}

type FirstRunStep = {
  key: "name" | "profile" | "colleagues" | "pages" | "mail" | "story" | "site"
  label: string
  hint: string
  /** Where it is done; `mail` and `site` are done with a button. */
  href?: string
  done: boolean
}

/** The steps in the order in which they are best taken. */
export function firstRunSteps(has: FirstRunFacts): FirstRunStep[] {
  return [
    {
      key: "name",
      label: "Name the publication",
      hint: "With its language and time zone, and who may comment.",
      href: "/desk/settings",
      done: has.named,
    },
    {
      key: "profile",
      label: "Complete your profile",
      hint: "A line about you and a portrait appear under your stories.",
      href: "/desk/me",
      done: has.profile,
    },
    {
      key: "colleagues",
      label: "Invite a colleague",
      hint: "A second pair of eyes answers appeals against your own decisions.",
      href: "/desk/staff",
      done: has.colleagues,
    },
    {
      key: "pages",
      label: "Publish About and Privacy",
      hint: missingPages(has),
      href: "/desk/pages",
      done: has.about && has.privacy,
    },
    {
      key: "mail",
      label: "Send a test message",
      hint: "Invitations, confirmations and the newsletter need a mail server.",
      done: has.mail,
    },
    {
      key: "story",
      label: "Publish the first story",
      hint: "Until then readers see only that nothing has been published yet.",
      href: "/desk/posts/new",
      done: has.story,
    },
    {
      key: "site",
      label: "Look at the site",
      hint: "As readers see it, on a phone too.",
      done: has.seenSite,
    },
  ]
}

function missingPages({ about, privacy }: FirstRunFacts): string {
  if (about && !privacy) return "Privacy is missing. A text is proposed from what this site really does."
  if (privacy && !about) return "About is missing: who you are, and how to reach you."
  return "Who you are, and what happens with readers’ data. A text for each is proposed."
}

/** By whom, as the number of a member of staff; 0 for the demo's seed. */
const firstRun = z.object({ seenSite: z.int().optional(), hidden: z.int().optional() })

/** What the admins have said themselves, as it was kept. */
export function readFirstRun(stored: unknown): { seenSite: boolean; hidden: boolean } {
  const { data = {} } = firstRun.safeParse(stored ?? {})
  return { seenSite: data.seenSite !== undefined, hidden: data.hidden !== undefined }
}
