import { redirectToFeed } from "@/app/feed-redirect"

export const dynamic = "force-dynamic"

export const GET = redirectToFeed
