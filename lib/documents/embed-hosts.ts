import { mapFrame, mapPage, readMap } from "./embed-maps.ts"

/** How a player fills its place: 16:9, 4:3, 9:16, or a fixed height in pixels. */
export type EmbedShape = "wide" | "classic" | "tall" | number

export type EmbedHost = {
  name: string
  /** What its frame shows. */
  kind: "video" | "audio" | "map" | "chart"
  /** Where its frames come from: what the policy of a page lets in. */
  origin: string
  /** What of an address says which piece is meant, or null. Reads the addresses of pages and of frames alike. */
  read: (url: URL) => string | null
  /** The page and the frame of such a piece. */
  page: (piece: string) => string
  frame: (piece: string) => string
  shape: EmbedShape | ((piece: string) => EmbedShape)
  /** Answers the title of a page's address (oembed.com). */
  oembed?: string
  /** Plays nothing unless it is told which site it is played on. */
  wantsOrigin?: true
}

const on = (url: URL, ...hosts: string[]) => hosts.includes(url.hostname.replace(/^(www|m)\./, ""))
const inPath = (url: URL, path: RegExp) => path.exec(url.pathname.replace(/\/$/, ""))?.[1] ?? null
const inQuery = (url: URL, name: string, value: RegExp) => {
  const found = url.searchParams.get(name)
  return found !== null && value.test(found) ? found : null
}
const encoded = encodeURIComponent

/** The sites whose players a text can hold. Each was chosen for a frame whose address follows from that of its page. */
export const embedHosts: readonly EmbedHost[] = [
  {
    name: "YouTube",
    kind: "video",
    // Sets no cookie before something is played.
    origin: "https://www.youtube-nocookie.com",
    read: readYouTube,
    page: (piece) =>
      piece.startsWith("shorts/")
        ? `https://www.youtube.com/${piece}`
        : `https://www.youtube.com/watch?v=${piece.replace("@", "&t=")}`,
    frame: (piece) =>
      `https://www.youtube-nocookie.com/embed/${piece.replace("shorts/", "").replace("@", "?start=")}`,
    shape: (piece) => (piece.startsWith("shorts/") ? "tall" : "wide"),
    oembed: "https://www.youtube.com/oembed?format=json&url=",
    wantsOrigin: true,
  },
  {
    name: "Vimeo",
    kind: "video",
    origin: "https://player.vimeo.com",
    read: (url) => {
      if (!on(url, "vimeo.com", "player.vimeo.com")) return null
      const id = inPath(url, /^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d{5,12})/)
      // Who may see an unlisted one is said by the part behind its number.
      const secret = inPath(url, /^\/\d{5,12}\/([\da-f]{6,20})$/) ?? inQuery(url, "h", /^[\da-f]{6,20}$/)
      return id && (secret ? `${id}/${secret}` : id)
    },
    page: (piece) => `https://vimeo.com/${piece}`,
    // Do not track.
    frame: (piece) =>
      `https://player.vimeo.com/video/${piece.replace("/", "?h=")}${piece.includes("/") ? "&" : "?"}dnt=1`,
    shape: "wide",
    oembed: "https://vimeo.com/api/oembed.json?url=",
  },
  {
    name: "Dailymotion",
    kind: "video",
    origin: "https://geo.dailymotion.com",
    read: (url) => {
      if (on(url, "dai.ly")) return inPath(url, /^\/([a-z\d]{5,12})$/i)
      if (on(url, "geo.dailymotion.com")) return inQuery(url, "video", /^[a-z\d]{5,12}$/i)
      return on(url, "dailymotion.com") ? inPath(url, /^\/(?:embed\/)?video\/([a-z\d]{5,12})(?:_|$)/i) : null
    },
    page: (piece) => `https://www.dailymotion.com/video/${piece}`,
    frame: (piece) => `https://geo.dailymotion.com/player.html?video=${piece}`,
    shape: "wide",
    oembed: "https://www.dailymotion.com/services/oembed?format=json&url=",
  },
  {
    name: "TED",
    kind: "video",
    origin: "https://embed.ted.com",
    read: (url) =>
      on(url, "ted.com", "embed.ted.com")
        ? inPath(url, /^\/talks\/(?:lang\/[\w-]{2,10}\/)?([a-z\d_]{3,150})$/)
        : null,
    page: (piece) => `https://www.ted.com/talks/${piece}`,
    frame: (piece) => `https://embed.ted.com/talks/${piece}`,
    shape: "wide",
    oembed: "https://www.ted.com/services/v1/oembed.json?url=",
  },
  {
    name: "Internet Archive",
    kind: "video",
    origin: "https://archive.org",
    read: (url) => (on(url, "archive.org") ? inPath(url, /^\/(?:details|embed)\/([\w.-]{2,100})$/) : null),
    page: (piece) => `https://archive.org/details/${piece}`,
    frame: (piece) => `https://archive.org/embed/${piece}`,
    shape: "classic",
  },
  {
    name: "SoundCloud",
    kind: "audio",
    origin: "https://w.soundcloud.com",
    read: (url) => {
      const inner = on(url, "w.soundcloud.com") ? url.searchParams.get("url") : null
      const page = inner && URL.canParse(inner) ? new URL(inner) : url
      const path = on(page, "soundcloud.com")
        ? inPath(page, /^\/([\w-]{2,60}\/(?:sets\/)?[\w-]{1,100})$/)
        : null
      return path && /\/(tracks|albums|sets|reposts|likes|followers|following)$/.test(path) ? null : path
    },
    page: (piece) => `https://soundcloud.com/${piece}`,
    frame: (piece) =>
      `https://w.soundcloud.com/player/?url=${encoded(`https://soundcloud.com/${piece}`)}&show_teaser=false`,
    shape: (piece) => (piece.includes("/sets/") ? 352 : 166),
    oembed: "https://soundcloud.com/oembed?format=json&url=",
  },
  {
    name: "Spotify",
    kind: "audio",
    origin: "https://open.spotify.com",
    read: (url) =>
      on(url, "open.spotify.com")
        ? inPath(
            url,
            /^\/(?:intl-[a-z]{2}(?:-[a-z]{2})?\/|embed\/)?((?:track|episode|show|album|playlist|artist)\/[a-z\d]{22})$/i,
          )
        : null,
    page: (piece) => `https://open.spotify.com/${piece}`,
    frame: (piece) => `https://open.spotify.com/embed/${piece}`,
    shape: (piece) => (/^(track|episode|show)/.test(piece) ? 152 : 352),
    oembed: "https://open.spotify.com/oembed?url=",
  },
  {
    name: "Mixcloud",
    kind: "audio",
    origin: "https://player-widget.mixcloud.com",
    read: (url) => {
      const show = /^\/([\w-]{2,60}\/[\p{L}\p{M}\p{N}%_.-]{1,200})$/u
      const isFrame = /^\/widget\/iframe\/?$/.test(url.pathname)
      if (!on(url, "mixcloud.com", "player-widget.mixcloud.com")) return null
      if (!isFrame) return inPath(url, show)
      return (
        show.exec(
          url.searchParams.get("feed")?.replace(/^https:\/\/www\.mixcloud\.com|\/$/g, "") ?? "",
        )?.[1] ?? null
      )
    },
    page: (piece) => `https://www.mixcloud.com/${piece}/`,
    frame: (piece) => `https://player-widget.mixcloud.com/widget/iframe/?feed=${encoded(`/${piece}/`)}`,
    shape: 120,
    oembed: "https://app.mixcloud.com/oembed/?format=json&url=",
  },
  {
    name: "Apple Podcasts",
    kind: "audio",
    origin: "https://embed.podcasts.apple.com",
    read: (url) => {
      if (!on(url, "podcasts.apple.com", "embed.podcasts.apple.com")) return null
      const show = inPath(url, /^\/([a-z]{2}\/podcast\/(?:[^/]{1,200}\/)?id\d{5,12})$/)
      const episode = inQuery(url, "i", /^\d{5,16}$/)
      return show && (episode ? `${show}?i=${episode}` : show)
    },
    page: (piece) => `https://podcasts.apple.com/${piece}`,
    frame: (piece) => `https://embed.podcasts.apple.com/${piece}`,
    shape: (piece) => (piece.includes("?i=") ? 175 : 450),
  },
  {
    name: "OpenStreetMap",
    kind: "map",
    origin: "https://www.openstreetmap.org",
    read: (url) => (on(url, "openstreetmap.org") ? readMap(url) : null),
    page: mapPage,
    frame: mapFrame,
    shape: "classic",
    // Its maps are not given out to a page that hides where it is (operations.osmfoundation.org/policies/tiles).
    wantsOrigin: true,
  },
  {
    name: "Datawrapper",
    kind: "chart",
    origin: "https://datawrapper.dwcdn.net",
    read: (url) => {
      if (on(url, "datawrapper.dwcdn.net")) return inPath(url, /^\/([a-z\d]{5})(?:\/\d{1,5})?$/i)
      return on(url, "datawrapper.de") ? inPath(url, /^\/_\/([a-z\d]{5})$/i) : null
    },
    page: (piece) => `https://datawrapper.dwcdn.net/${piece}/`,
    frame: (piece) => `https://datawrapper.dwcdn.net/${piece}/`,
    shape: "classic",
    oembed: "https://api.datawrapper.de/v3/oembed?format=json&url=",
  },
  {
    name: "Flourish",
    kind: "chart",
    origin: "https://flo.uri.sh",
    read: (url) => {
      if (on(url, "flo.uri.sh")) return inPath(url, /^\/((?:visualisation|story)\/\d{3,12})\/embed$/)
      return on(url, "public.flourish.studio") ? inPath(url, /^\/((?:visualisation|story)\/\d{3,12})$/) : null
    },
    page: (piece) => `https://public.flourish.studio/${piece}/`,
    frame: (piece) => `https://flo.uri.sh/${piece}/embed`,
    shape: "classic",
    oembed: "https://app.flourish.studio/api/v1/oembed?format=json&url=",
  },
]

/** A video, or one of the short tall ones, and from which second. */
function readYouTube(url: URL): string | null {
  const id = /^[\w-]{11}$/
  if (on(url, "youtu.be")) return withStart(url, inPath(url, /^\/([\w-]{11})$/))
  if (!on(url, "youtube.com", "music.youtube.com", "youtube-nocookie.com")) return null
  const short = inPath(url, /^\/shorts\/([\w-]{11})$/)
  if (short) return `shorts/${short}`
  const watched = url.pathname === "/watch" ? inQuery(url, "v", id) : null
  return withStart(url, watched ?? inPath(url, /^\/(?:embed|live|v)\/([\w-]{11})$/))
}

function withStart(url: URL, id: string | null): string | null {
  const seconds = inQuery(url, "t", /^\d{1,5}s?$/) ?? inQuery(url, "start", /^\d{1,5}$/)
  const start = Number.parseInt(seconds ?? "0", 10)
  return id && start > 0 ? `${id}@${start}` : id
}
