/** The tag that has a section of the demo's front page. */
export const demoSection = {
  slug: "outdoors",
  description:
    "Walks, allotments and wet Saturdays: what there is to do outside in Wenlow and the villages upriver.",
  size: 2,
}
