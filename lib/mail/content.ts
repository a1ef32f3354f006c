import { escapeHtml } from "@/lib/text/escape-html"

/** What a message says, in the parts every mail has. All of it is text, never markup. */
export type MailContent = {
  subject: string
  publication: string
  heading: string
  opening: string[]
  /** What somebody else has said, set apart so that it cannot pass for words of ours. */
  quote?: string
  /** What others have said, each bounded to a line and set apart so that it cannot pass for words of ours. */
  sayings?: { about: string; words: string }[]
  button?: { label: string; href: string }
  closing: string[]
  links?: { label: string; href: string }[]
  /** Headers of this mail alone, as `List-Unsubscribe`. */
  headers?: Record<string, string>
}

/** The plain text of a letter, complete in itself. */
export function renderText(letter: MailContent): string {
  const button = letter.button ? [`${letter.button.label}:\n${letter.button.href}`] : []
  const links = (letter.links ?? []).map(({ label, href }) => `${label}:\n${href}`)
  const quote = letter.quote === undefined ? [] : [letter.quote.replace(/^/gm, "> ")]
  const sayings = (letter.sayings ?? []).map(({ about, words }) => `${about}:\n> ${words}`)
  const parts = [
    letter.heading,
    ...letter.opening,
    ...quote,
    ...sayings,
    ...button,
    ...letter.closing,
    ...links,
  ]
  return `${[...parts, `-- \n${letter.publication}`].join("\n\n")}\n`
}

/**
 * The letter as HTML, in the look of the pages. Styles stand inline since many mail programs know no
 * other kind; the sheet in the head only turns the palette over for dark screens. It loads nothing.
 */
export function renderHtml(letter: MailContent): string {
  const paragraphs = (texts: string[], style: string, name: string) =>
    texts.map((text) => `<p class="${name}" style="${style}">${escapeHtml(text)}</p>`).join("\n")
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
<style>${darkSheet}</style>
</head>
<body class="paper" style="${styles.body}">
<div style="${styles.page}">
<p class="masthead" style="${styles.masthead}"><bdi>${escapeHtml(letter.publication)}</bdi></p>
<h1 class="ink" style="${styles.heading}">${escapeHtml(letter.heading)}</h1>
${paragraphs(letter.opening, styles.paragraph, "ink")}
${letter.quote === undefined ? "" : quoteHtml(letter.quote)}
${(letter.sayings ?? []).map(sayingHtml).join("\n")}
${letter.button ? buttonHtml(letter.button) : ""}
${paragraphs(letter.closing, styles.closing, "soft")}
${(letter.links ?? []).map(linkHtml).join("\n")}
</div>
</body>
</html>
`
}

/** Keeps a name that runs from right to left from turning the English sentence around it. */
export function isolate(name: string): string {
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

function quoteHtml(text: string): string {
  return `<blockquote class="quote ink" dir="auto" style="${styles.quote}">${escapeHtml(text).replaceAll("\n", "<br>")}</blockquote>`
}

function sayingHtml({ about, words }: { about: string; words: string }): string {
  return `<p class="soft" style="${styles.about}"><bdi>${escapeHtml(about)}</bdi></p>
<blockquote class="ink" dir="auto" style="${styles.saying}">${escapeHtml(words)}</blockquote>`
}

/** The address stands below the button in full: some people read their mail where no button shows. */
function buttonHtml({ label, href }: { label: string; href: string }): string {
  const address = escapeHtml(href)
  return `<p style="${styles.buttonRow}"><a class="button" href="${address}" style="${styles.button}">${escapeHtml(label)}</a></p>
<p class="soft" style="${styles.address}">Or open this address:<br><a class="link" href="${address}" style="${styles.link}">${address}</a></p>`
}

function linkHtml({ label, href }: { label: string; href: string }): string {
  return `<p style="${styles.closing}"><a class="link" href="${escapeHtml(href)}" style="${styles.link}">${escapeHtml(label)}</a></p>`
}

// The palette of app/globals.css, which mail cannot link to.
const text = "font-family:Charter,'Bitstream Charter','Sitka Text',Cambria,Georgia,serif"
const ui = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif"
const styles = {
  body: `margin:0;padding:0;background:#fbfaf7;color:#1d1b19;${text}`,
  page: "max-width:34rem;margin:0 auto;padding:2rem 1.25rem 3rem",
  masthead: `margin:0 0 2rem;padding:0 0 .75rem;border-bottom:3px double #1d1b19;color:#1d1b19;font-size:1.375rem;font-weight:700;line-height:1.2;${text}`,
  heading: `margin:0 0 1rem;color:#1d1b19;font-size:1.625rem;font-weight:700;line-height:1.25;${text}`,
  paragraph: `margin:0 0 1rem;color:#1d1b19;font-size:1.0625rem;line-height:1.55;${text}`,
  quote: `margin:1.25rem 0;padding:.25rem 1rem;border-inline-start:3px solid #857e74;color:#1d1b19;font-size:1.0625rem;line-height:1.55;overflow-wrap:anywhere;${text}`,
  buttonRow: "margin:1.75rem 0 1rem",
  button: `display:inline-block;padding:.75rem 1.5rem;border-radius:2px;background:#1d1b19;color:#fbfaf7;font-size:1rem;font-weight:600;line-height:1.25;text-decoration:none;${ui}`,
  address: `margin:0 0 1.75rem;color:#5c5751;font-size:.875rem;line-height:1.5;overflow-wrap:anywhere;word-break:break-word;${ui}`,
  about: `margin:0 0 .25rem;color:#5c5751;font-size:.875rem;line-height:1.4;${ui}`,
  saying: `margin:0 0 1.25rem;padding:0 1rem;border-left:3px solid #dcd7cd;border-right:3px solid #dcd7cd;color:#1d1b19;font-size:1rem;line-height:1.5;overflow-wrap:anywhere;word-break:break-word;${text}`,
  closing: `margin:0 0 .75rem;color:#5c5751;font-size:.9375rem;line-height:1.5;${ui}`,
  link: "color:#9b1c46;text-decoration:underline",
}

const darkSheet = `
@media (prefers-color-scheme: dark) {
.paper { background: #171614 !important; color: #ece8e1 !important; }
.masthead { color: #ece8e1 !important; border-color: #ece8e1 !important; }
.ink { color: #ece8e1 !important; }
.soft { color: #aba49a !important; }
.button { background: #ece8e1 !important; color: #171614 !important; }
.link { color: #f397b2 !important; }
}
`
