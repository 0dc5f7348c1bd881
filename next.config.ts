import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // A case file is never cached by a framework; every page reads through a query.
  experimental: {},
  typescript: { ignoreBuildErrors: false },
};

export default config;
