/** Days after which a preview link ends, as its maker chooses. */
export const previewDays = ["1", "7", "30"] as const

/** Links of one story that work at the same time. */
export const mostOpenLinks = 20
