/** How much a page may hold beside its text. */
export const pageLimits = { title: 300, description: 500 }
