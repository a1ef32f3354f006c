import type { NextConfig } from "next"

export default {
  agentRules: false,
  poweredByHeader: false,
  // Readers run no script, so <title> and the social tags may not be streamed to the end of <body>
  // for a script to move: every client gets them in <head>.
  htmlLimitedBots: /.*/,
  // The edge sets its own validators. It compresses documents and files itself and asks for them
  // plain; what it passes through, the desk's pages, Next compresses.
  compress: true,
  generateEtags: false,
  // Types are a check's business (`npm run check`), and a start must not fail for want of a compiler.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "postgres", "nodemailer"],
  // forbidden() answers with a real 403; an address without a page with app/global-not-found.tsx.
  experimental: { authInterrupts: true, globalNotFound: true },
  // A page and a route handler cannot share an address, and RFC 8058 posts to the one the page is at. Only what
  // carries a body names its kind, so who looks gets the page, and whatever is sent goes to the handler.
  rewrites: async () => ({
    beforeFiles: [
      {
        source: "/newsletter/:leaf(confirm|preferences|unsubscribe)/:token",
        has: [{ type: "header", key: "content-type" }],
        destination: "/newsletter/:leaf/:token/answer",
      },
      {
        source: "/comments/:leaf(prove|stop|mine)/:token",
        has: [{ type: "header", key: "content-type" }],
        destination: "/comments/:leaf/:token/answer",
      },
    ],
    afterFiles: [],
    fallback: [],
  }),
  turbopack: { root: import.meta.dirname },
} satisfies NextConfig
