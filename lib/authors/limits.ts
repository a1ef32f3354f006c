/** How much a profile may hold. */
export const authorLimits = {
  name: 200,
  title: 200,
  bio: 2000,
  pronouns: 60,
  pronunciation: 120,
  links: 8,
  link: 500,
  slug: 200,
}
