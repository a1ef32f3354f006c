import { authorFacts } from "@/lib/authors/facts"
import { permalinkOf } from "@/lib/comments/thread/pages"
import type { ThreadComment } from "@/lib/comments/thread/thread"
import { env } from "@/lib/env"
import type { Picture } from "@/lib/media/types"
import { plainUrl } from "@/lib/media/urls"
import { type BylinePart, type StoryByline, writersOf } from "@/lib/posts/bylines"
import { correctionWords, type StoryCorrection } from "@/lib/posts/corrections"
import { socialPicture } from "@/lib/posts/social-picture"
import { summary } from "@/lib/posts/summary"
import { excerpt } from "@/lib/text/excerpt"

type Facts = {
  slug: string
  title: string
  standfirst: string
  body: unknown
  lead: Picture | null
  picture: string
  publishedAt: Date
  updatedAt: Date
  corrections: StoryCorrection[]
  /** How many there are, and those on the page. */
  comments: { count: number; rows: readonly ThreadComment[] }
  bylines: Named[]
  tags: { name: string }[]
}

type Named = Pick<StoryByline, "slug" | "name" | "kind" | "part">

type Publication = {
  publicationName: string
  language: string
  contactEmail?: string
  logo?: Picture | null
}

/** A story as schema.org describes one. */
export function articleFacts(post: Facts, settings: Publication): object {
  const site = env().SITE_URL
  const url = `${site}/posts/${post.slug}`
  const image = socialPicture(post)
  const logo = settings.logo && plainUrl(settings.logo, 1280)
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: excerpt(post.title, longestHeadline),
    description: summary(post),
    inLanguage: settings.language,
    url,
    mainEntityOfPage: url,
    ...(image ? { image: [new URL(image, site).href] } : {}),
    datePublished: post.publishedAt.toISOString(),
    dateModified: post.updatedAt.toISOString(),
    ...correctionFacts(post.corrections),
    ...bylineFacts(post.bylines, settings.publicationName),
    publisher: {
      "@type": "Organization",
      name: settings.publicationName,
      url: site,
      ...(settings.contactEmail ? { email: settings.contactEmail } : {}),
      ...(logo ? { logo: { "@type": "ImageObject", url: new URL(logo, site).href } } : {}),
    },
    keywords: post.tags.map((tag) => tag.name),
    commentCount: post.comments.count,
    comment: commentFacts(post.slug, post.comments.rows),
  }
}

/** What readers were told of its changes (schema.org/correction). */
function correctionFacts(corrections: readonly StoryCorrection[]): object {
  if (corrections.length === 0) return {}
  return {
    correction: corrections.map(({ kind, body, createdAt }) => ({
      "@type": "CorrectionComment",
      name: correctionWords[kind],
      text: body,
      datePublished: createdAt,
    })),
  }
}

/** Who made it: as its authors those who wrote it, or the others where nobody is named for the words. */
function bylineFacts(bylines: readonly Named[], publicationName: string): object {
  const writers = writersOf(bylines)
  const facts = (some: readonly Named[]) => some.map((one) => authorFacts(one, publicationName))
  const others = (part: BylinePart) =>
    facts(bylines.filter((byline) => byline.part === part && !writers.includes(byline)))
  const [contributor, translator, editor] = [others("photographs"), others("translation"), others("editing")]
  return {
    author: facts(writers),
    ...(contributor.length > 0 ? { contributor } : {}),
    ...(translator.length > 0 ? { translator } : {}),
    ...(editor.length > 0 ? { editor } : {}),
  }
}

/** Search engines show no more of it. */
const longestHeadline = 110

/** A taste of the thread, not a second copy of it. */
const [mostComments, longestText] = [20, 200]

function commentFacts(slug: string, rows: readonly ThreadComment[]): object[] | undefined {
  const first = rows.filter((row) => !row.gone && row.parentId === null && row.body).slice(0, mostComments)
  if (first.length === 0) return undefined
  return first.map((row) => ({
    "@type": "Comment",
    text: excerpt(row.body ?? "", longestText),
    datePublished: row.createdAt.toISOString(),
    url: env().SITE_URL + permalinkOf({ ...row, slug }),
    author: { "@type": "Person", name: row.name },
  }))
}
