export const tagLimits = { name: 100, slug: 100, description: 500, position: 9999 } as const
