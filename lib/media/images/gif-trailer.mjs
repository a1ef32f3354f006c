// @ts-check

/**
 * Whether a GIF has its trailer. libvips reads one that was cut off between two frames as an animation of fewer frames.
 * @param {Uint8Array} gif
 */
export function hasTrailer(gif) {
  let at = 13 + colorTableBytes(gif[10])
  for (;;) {
    if (gif[at] === 0x3b) return true
    else if (gif[at] === 0x21) at = afterSubBlocks(gif, at + 2)
    else if (gif[at] === 0x2c) at = afterSubBlocks(gif, at + 11 + colorTableBytes(gif[at + 9]))
    else return false
  }
}

const colorTableBytes = (flags = 0) => (flags & 0x80 ? 6 << (flags & 7) : 0)

/** @type {(gif: Uint8Array, start: number) => number} */
function afterSubBlocks(gif, start) {
  let at = start
  for (let length = gif[at]; length; length = gif[at]) at += length + 1
  return at + 1
}
