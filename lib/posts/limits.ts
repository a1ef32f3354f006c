/** How much a story may hold; what typing forms and what the server answers. */
export const postLimits = {
  title: 300,
  standfirst: 1000,
  tags: 10,
  tag: 100,
  alt: 500,
  picture: 500,
  note: 2000,
  searchTitle: 300,
  searchDescription: 1000,
  socialTitle: 300,
  socialDescription: 1000,
  canonicalUrl: 2000,
}
