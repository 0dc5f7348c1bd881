import type { NextConfig } from "next";
import { API_HEADERS, FIXED_HEADERS } from "./lib/platform/response-headers.ts";

const asPairs = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  poweredByHeader: false,
  // Types are checked by `npm run types` over tests and scripts too; the build would only do part of it again.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // What is the same for every answer is set here; what is fresh for each page, the proxy sets (proxy.ts).
  headers: async () => [
    { source: "/:path*", headers: asPairs(FIXED_HEADERS) },
    { source: "/api/:path*", headers: asPairs(API_HEADERS) },
  ],
};

export default config;
