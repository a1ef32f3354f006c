import type { ReactNode } from "react"

export type ToolIconName = keyof typeof drawings

/** A tool's sign; its name is on the button. */
export function ToolIcon({ name }: { name: ToolIconName }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className="size-5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawings[name]}
    </svg>
  )
}

const letters = (text: string, className: string, size = 13) => (
  <text
    x="10"
    y="14.5"
    textAnchor="middle"
    fill="currentColor"
    stroke="none"
    fontSize={size}
    className={`font-ui ${className}`}
  >
    {text}
  </text>
)

const drawings = {
  h2: letters("H", "font-extrabold", 17),
  h3: letters("H", "font-bold", 14),
  h4: letters("H", "font-bold", 11.5),
  bold: letters("B", "font-extrabold"),
  italic: letters("I", "font-text italic"),
  link: (
    <path d="M8.5 11.5a3 3 0 0 0 4.3 0l2.4-2.4a3 3 0 0 0-4.3-4.3l-.9.9M11.5 8.5a3 3 0 0 0-4.3 0l-2.4 2.4a3 3 0 0 0 4.3 4.3l.9-.9" />
  ),
  picture: <path d="M3 4h14v12H3zM3 13l4-4 4 4 2.5-2.5L17 14M12.5 7.5h.01" />,
  embed: <path d="M3 4.5h14v11H3zM8.5 7.5v5l4-2.5z" />,
  bullets: <path d="M8 5h8.5M8 10h8.5M8 15h8.5M3.6 5h.01M3.6 10h.01M3.6 15h.01" />,
  numbers: (
    <>
      <path d="M9 5h7.5M9 10h7.5M9 15h7.5M3 3.8l1.2-.6v4M3 11.7c.2-.9 2-.9 2 .2 0 .8-2 1.5-2 2.4h2.1" />
    </>
  ),
  quote: (
    <path
      d="M4 14.5c2.4-.6 3.6-2 3.6-4.2H4.2V5.4h4.6v4.9c0 3.4-1.6 5.6-4.8 6.2zM11.4 14.5c2.4-.6 3.6-2 3.6-4.2h-3.4V5.4h4.6v4.9c0 3.4-1.6 5.6-4.8 6.2z"
      fill="currentColor"
      stroke="none"
    />
  ),
  rule: <path d="M3 10h14" />,
  // The small sign is drawn: checkers take two letters for words that the button's name would have to hold.
  note: (
    <>
      {letters("a", "font-medium", 14)}
      <path d="M16 3.5v4M14.3 4.5l3.4 2M17.7 4.5l-3.4 2" strokeWidth="1.2" />
    </>
  ),
  find: <path d="M8.5 3.5a5 5 0 1 1 0 10 5 5 0 0 1 0-10M12.2 12.2l4.3 4.3" />,
  remark: <path d="M3.5 4h13v9.5H10l-3.5 3v-3h-3z" />,
  plus: <path d="M10 4v12M4 10h12" />,
  undo: <path d="M7 4 3.5 7.5 7 11M3.8 7.5h7.7a4.5 4.5 0 0 1 0 9H8" />,
  redo: <path d="M13 4l3.5 3.5L13 11M16.2 7.5H8.5a4.5 4.5 0 0 0 0 9H12" />,
} satisfies Record<string, ReactNode>
