import { z } from "zod"

export const pictureTooLong = "The address is too long; 500 characters at most."

/** The path of a picture on this site, or nothing. */
export const pictureAddress = z
  .string()
  .trim()
  .max(500, pictureTooLong)
  .refine(
    (text) => text === "" || (/^\/(?!\/)[\w\-./%~]+$/.test(text) && !text.split("/").includes("..")),
    "Use the address of a picture on this site, starting with a slash. Pictures on other sites cannot be shown.",
  )
