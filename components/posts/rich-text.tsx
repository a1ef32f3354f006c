import { renderJSONContentToReactElement } from "@tiptap/static-renderer/json/react"
import type { ReactNode } from "react"
import { readRichText } from "@/lib/posts/rich-text"
import { leavesSite } from "@/lib/posts/safe-link"

/** A stored document as elements. What it does not know it shows as text; see `readRichText`. */
export function RichText({ body }: { body: unknown }): ReactNode {
  return renderJSONContentToReactElement({
    nodeMapping: {
      doc: ({ children }) => <>{children}</>,
      paragraph: ({ children }) => <p>{children}</p>,
      heading: ({ node, children }) => {
        const Level = `h${node.attrs?.level}` as "h2" | "h3" | "h4"
        return <Level>{children}</Level>
      },
      bulletList: ({ children }) => <ul>{children}</ul>,
      orderedList: ({ node, children }) => {
        const start = Number(node.attrs?.start)
        return <ol start={start > 1 ? start : undefined}>{children}</ol>
      },
      listItem: ({ children }) => <li>{children}</li>,
      blockquote: ({ children }) => <blockquote>{children}</blockquote>,
      horizontalRule: () => <hr />,
      hardBreak: () => <br />,
      text: ({ node }) => node.text,
    },
    markMapping: {
      bold: ({ children }) => <strong>{children}</strong>,
      italic: ({ children }) => <em>{children}</em>,
      strike: ({ children }) => <s>{children}</s>,
      code: ({ children }) => <code>{children}</code>,
      link: ({ mark, children }) => {
        const href = String(mark.attrs?.href)
        return (
          <a href={href} rel={leavesSite(href) ? "noopener" : undefined}>
            {children}
          </a>
        )
      },
    },
  })({ content: readRichText(body) })
}
