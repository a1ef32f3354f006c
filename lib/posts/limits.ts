/** How much a story may hold; what typing forms and what the server answers. */
export const postLimits = {
  title: 300,
  standfirst: 1000,
  tags: 10,
  tag: 100,
  alt: 500,
  slug: 200,
  picture: 500,
}

/** A story of 80,000 words has 500 kB; no list in it is nested as deep. */
export const documentLimits = { bytes: 500_000, nodes: 20_000, depth: 20 }
