import type { EmbedHost } from "@/lib/documents/embed-hosts"
import type { EmbedNode } from "@/lib/documents/embed-nodes"
import { embedTarget } from "@/lib/documents/embed-url"
import { type Html, html } from "@/lib/text/html"

type Attrs = EmbedNode["attrs"]

/**
 * A player of another site in a frame that asks nothing of anybody until a reader opens it. The frame holds a document of
 * its own (`srcdoc`) with one link, which leads the frame to the player: no script is needed, and no browser loads a link
 * by itself. A frame in a closed `<details>` would depend on `loading="lazy"`, which some browsers do not know.
 */
export function embedHtml(attrs: Attrs): Html {
  const target = embedTarget(attrs.url)
  if (!target) return html``
  const { host, shape } = target
  const size =
    typeof shape === "number"
      ? html` class="embed embed-strip"><iframe height="${shape}"`
      : html` class="embed embed-${shape}"><iframe`
  return html`<figure${size} title="${nameOf(attrs, host)}" srcdoc="${closedFrame(target.frame, host).toString()}" sandbox="${sandbox}" allow="encrypted-media; fullscreen; picture-in-picture" loading="lazy"></iframe><figcaption class="picture-caption" dir="auto">${captionOf(attrs, host)}</figcaption></figure>`
}

/** The same where no frame is shown, as in a feed. */
export function embedLink({ url, title }: Attrs, dir: Html): Html {
  const target = embedTarget(url)
  if (!target) return html``
  const words = title ? `${title} (${target.host.name})` : seeOn(target.host)
  return html`<p${dir}><a href="${target.url}" rel="noopener">${words}</a></p>`
}

/** What players need to play, and nothing that leads the page itself elsewhere. */
const sandbox = "allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts"

function closedFrame(frame: string, { name, kind, wantsOrigin }: EmbedHost): Html {
  const { hostname } = new URL(frame)
  const referrer = wantsOrigin ? "strict-origin" : "no-referrer"
  return html`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${name}</title><link rel="stylesheet" href="/embed.css"></head><body class="${kind}"><a href="${frame}" referrerpolicy="${referrer}"><b>${actions[kind]}</b><span>Opens ${things[kind]} of ${hostname.replace(/^www\./, "")}, which then learns of your visit.</span></a></body></html>`
}

const actions = {
  video: "Play the video",
  audio: "Play the recording",
  map: "Show the map",
  chart: "Show the chart",
} satisfies Record<EmbedHost["kind"], string>

const things = { video: "a player", audio: "a player", map: "a map", chart: "a chart" }

const kinds = { video: "Video", audio: "Recording", map: "Map", chart: "Chart" }

function nameOf({ title }: Attrs, { kind, name }: EmbedHost): string {
  return `${kinds[kind]}: ${title || name}`
}

function captionOf({ url, title, author }: Attrs, host: EmbedHost): Html {
  if (!title) return html`<a href="${url}" rel="noopener">${seeOn(host)}</a>`
  const by = author ? html` · <bdi>${author}</bdi>` : html``
  return html`<a href="${url}" rel="noopener">${title}</a>${by} · ${host.name}`
}

const seeOn = ({ kind, name }: EmbedHost) => `${kinds[kind]} on ${name}`
