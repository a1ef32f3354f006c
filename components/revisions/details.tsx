import { PictureCaption } from "@/components/media/picture-caption"
import { hasPicture, PostPicture } from "@/components/posts/post-picture"
import { byPart, partWords } from "@/lib/posts/bylines"
import type { Revision } from "@/lib/posts/revisions/queries"

type Props = { before: Revision; after: Revision }

/** What belongs to a story beside its text, where the versions differ in it; the lead picture always. */
export function Details({ before, after }: Props) {
  const rows = facts(after).flatMap(([label, now], at) => {
    const was = facts(before)[at]?.[1] ?? ""
    return was === now ? [] : [{ label, was, now }]
  })
  const isOther = before.leadMediaId !== after.leadMediaId || before.picture !== after.picture
  return (
    <>
      {rows.length > 0 ? (
        <dl className="diff-details">
          {rows.map(({ label, was, now }) => (
            <div key={label}>
              <dt>{label} changed</dt>
              <dd>
                <del dir="auto">
                  <span className="sr-only">Before: </span>
                  {was || "none"}
                </del>{" "}
                <ins dir="auto">
                  <span className="sr-only">Now: </span>
                  {now || "none"}
                </ins>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {isOther ? <Lead label="Lead picture removed" look="removed" revision={before} /> : null}
      <Lead
        label={isOther ? "Lead picture added" : "Lead picture"}
        look={isOther ? "added" : "kept"}
        revision={after}
      />
    </>
  )
}

function Lead({ label, look, revision }: { label: string; look: string; revision: Revision }) {
  if (!hasPicture(revision)) return null
  return (
    <figure className={`diff-block diff-${look} diff-lead`}>
      <p className="diff-label">{label}</p>
      <PostPicture post={revision} shape="story" alt={revision.pictureAlt} eager />
      <PictureCaption caption={revision.lead?.caption} credit={revision.lead?.credit} />
    </figure>
  )
}

function facts(revision: Revision): [string, string][] {
  const { slug, tags, bylines, pictureAlt } = revision
  const credits = byPart(bylines).map(
    ([part, some]) => `${partWords[part].label}: ${some.map(({ name }) => name).join(", ")}`,
  )
  return [
    ["Authors", credits.join("; ")],
    ["Tags", tags.map(({ name }) => name).join(", ")],
    ["Address", `/posts/${slug}`],
    ["Alt text of the lead picture", pictureAlt],
    ["Headline in search results", revision.searchTitle],
    ["Text in search results", revision.searchDescription],
    ["Headline on social networks", revision.socialTitle],
    ["Text on social networks", revision.socialDescription],
    ["Canonical URL", revision.canonicalUrl],
  ]
}
