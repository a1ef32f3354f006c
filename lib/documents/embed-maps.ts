type Place = { zoom: number; lat: number; lon: number; marked: boolean }

/** The size in pixels that a map is shown in, about. */
const [width, height] = [608, 456]
/** Of the square that shows the whole world at zoom 0. */
const world = 256

/** The place that an address of openstreetmap.org shows, written as `zoom/latitude/longitude` and `!` where it is marked. */
export function readMap(url: URL): string | null {
  const { pathname, searchParams, hash } = url
  const place = pathname === "/export/embed.html" ? fromFrame(searchParams) : fromPage(searchParams, hash)
  if (!place) return null
  const { zoom, lat, lon, marked } = place
  if (!(zoom >= 0 && zoom <= 19 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180)) return null
  return `${zoom}/${lat.toFixed(5)}/${lon.toFixed(5)}${marked ? "!" : ""}`
}

export function mapPage(piece: string): string {
  const { zoom, lat, lon, marked } = placeOf(piece)
  const marker = marked ? `?mlat=${lat}&mlon=${lon}` : ""
  return `https://www.openstreetmap.org/${marker}#map=${zoom}/${lat}/${lon}`
}

export function mapFrame(piece: string): string {
  const { zoom, lat, lon, marked } = placeOf(piece)
  const degree = 360 / (world * 2 ** zoom)
  const [east, north] = [(width / 2) * degree, (height / 2) * degree * Math.cos((lat * Math.PI) / 180)]
  const box = [lon - east, lat - north, lon + east, lat + north].map((one) => one.toFixed(5))
  const marker = marked ? `&marker=${encodeURIComponent(`${lat},${lon}`)}` : ""
  return `https://www.openstreetmap.org/export/embed.html?bbox=${encodeURIComponent(box.join(","))}&layer=mapnik${marker}`
}

function fromPage(query: URLSearchParams, hash: string): Place | null {
  const [zoom, lat, lon] = (/[#&]map=(\d{1,2}\/-?[\d.]{1,12}\/-?[\d.]{1,12})/.exec(hash)?.[1] ?? "")
    .split("/")
    .map(Number)
  const [markedLat, markedLon] = [query.get("mlat"), query.get("mlon")]
  if (markedLat && markedLon)
    return { zoom: zoom ?? 15, lat: Number(markedLat), lon: Number(markedLon), marked: true }
  if (zoom === undefined || lat === undefined || lon === undefined) return null
  return { zoom, lat, lon, marked: false }
}

function fromFrame(query: URLSearchParams): Place | null {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = (query.get("bbox") ?? "").split(",").map(Number)
  const [lat, lon] = (query.get("marker") ?? "").split(",").map(Number)
  const marked = lat !== undefined && lon !== undefined
  const zoom = Math.round(Math.log2((360 * width) / (world * (east - west))))
  if (!Number.isFinite(zoom) || !(north > south)) return null
  return { zoom, lat: marked ? lat : (north + south) / 2, lon: marked ? lon : (east + west) / 2, marked }
}

function placeOf(piece: string): Place {
  const [zoom = 0, lat = 0, lon = 0] = piece.replace("!", "").split("/").map(Number)
  return { zoom, lat, lon, marked: piece.endsWith("!") }
}
