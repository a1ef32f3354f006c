/** A story of 80,000 words has 500 kB; no list in it is nested as deep. */
export const documentLimits = { bytes: 500_000, nodes: 20_000, depth: 20 }

/** Of a picture in a text, in characters; and how many pictures one gallery and one story hold. */
export const pictureLimits = { alt: 500, caption: 1000, gallery: 12, story: 200 }

/** Of a player of another site, in characters; and how many one story holds. */
export const embedLimits = { title: 300, author: 200, story: 50 }

/** A footnote in characters; how many columns and rows one cell of a table may take. */
export const blockLimits = { footnote: 1000, columns: 20, rows: 100 }
