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
  turbopack: { root: import.meta.dirname },
} satisfies NextConfig
