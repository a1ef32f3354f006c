/**
 * Letters of a note; open notes on a story; answers to one note; notes and answers of a story, resolved ones too, and their
 * bytes with the passages: a thousand of usual length have room.
 */
export const noteLimits = { body: 2000, open: 200, replies: 100, inAll: 1000, bytesInAll: 500_000 }
