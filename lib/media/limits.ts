/** How much fits into each field, in characters; the table says the same. */
export const mediaLimits = { alt: 500, caption: 1000, credit: 300, licence: 300, filename: 200 }

/** The largest file that is taken, in bytes. */
export const largestUpload = 40 * 1024 * 1024

/** So many files one form can send. */
export const mostFiles = 50

/** The largest form, in bytes: without scripts a whole day's pictures come at once. */
export const largestUploadForm = 10 * largestUpload

/** For the file picker; what a file is, its bytes say. */
export const acceptedTypes = "image/jpeg,image/png,image/webp,image/avif,image/gif,image/tiff"
