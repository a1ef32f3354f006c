import { RichText } from "@/components/posts/rich-text"

/** A story as HTML for feed readers, by the same renderer as its page. */
export async function feedHtml(
  post: { body: unknown; picture: string; pictureAlt: string },
  siteUrl: string,
): Promise<string> {
  // A static import of it is refused in what Next bundles for the server.
  const { renderToStaticMarkup } = await import("react-dom/server")
  return renderToStaticMarkup(
    <>
      {/* biome-ignore lint/performance/noImgElement: this is for feed readers */}
      {post.picture ? <img src={new URL(post.picture, siteUrl).href} alt={post.pictureAlt} /> : null}
      <RichText body={post.body} />
    </>,
  )
}
