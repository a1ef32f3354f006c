import type { NextConfig } from "next"

export default {
  agentRules: false,
  poweredByHeader: false,
  // Readers run no script, so <title> and the social tags may not be streamed to the end of <body>
  // for a script to move: every client gets them in <head>.
  htmlLimitedBots: /.*/,
  // The front door compresses what it stores and sets its own validators.
  compress: false,
  generateEtags: false,
  serverExternalPackages: ["@node-rs/argon2", "postgres", "nodemailer"],
  // forbidden() answers with a real 403.
  experimental: { authInterrupts: true },
  // A page and a route handler cannot share an address, and RFC 8058 posts to the one the page is at. Only what
  // carries a body names its kind, so readers who look get the page, and everything sent gets the handler.
  rewrites: async () => ({
    beforeFiles: [
      {
        source: "/newsletter/unsubscribe/:token",
        has: [{ type: "header", key: "content-type" }],
        destination: "/newsletter/unsubscribe/:token/answer",
      },
    ],
    afterFiles: [],
    fallback: [],
  }),
  turbopack: { root: import.meta.dirname },
} satisfies NextConfig
