/** A summary that looks like a quiet button. */
export const summaryClass =
  "inline-flex cursor-pointer list-none items-center rounded-sm px-2 py-1 text-ink-soft hover:bg-raised hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center [&::-webkit-details-marker]:hidden"
