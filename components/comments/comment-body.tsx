import { linkSegments } from "@/lib/comments/links"

/** The words of a comment: a paragraph after each blank line, and addresses as links that recommend nothing. */
export function CommentBody({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text that is written once never changes its order.
    <p key={index} dir="auto">
      {linkSegments(paragraph).map(({ text, href }) =>
        href ? (
          <a key={text} href={href} rel="nofollow ugc noopener">
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </p>
  ))
}
