type Place = {
  at: number
  count: number
  columns: number
  isRtl: boolean
}

/** Where a key leads in a grid that is filled row by row; null where it leads nowhere. */
export function gridStep(key: string, { at, count, columns, isRtl }: Place): number | null {
  const last = count - 1
  const forward = isRtl ? -1 : 1
  // The last row can be short: from above its gap a key leads to its end.
  const below = Math.floor(at / columns) < Math.floor(last / columns) ? Math.min(at + columns, last) : at
  const targets: Record<string, number> = {
    ArrowLeft: at - forward,
    ArrowRight: at + forward,
    ArrowUp: at - columns,
    ArrowDown: below,
    Home: 0,
    End: last,
  }
  const target = targets[key]
  return target === undefined || target === at || target < 0 || target > last ? null : target
}
