import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["irsa-sim-source"] },
  ssr: { resolve: { conditions: ["irsa-sim-source"] } },
  test: {
    // A machine with other work takes its time; no test waits for anything.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    include: ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts", "test/**/*.test.ts", "e2e/**/*.test.ts"],
  },
});
