/** Characters of what stands at the address of a withdrawn story. */
export const longestNotice = 1000
