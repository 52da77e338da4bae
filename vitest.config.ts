import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["irsa-sim-source"] },
  ssr: { resolve: { conditions: ["irsa-sim-source"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts", "test/**/*.test.ts", "e2e/**/*.test.ts"],
  },
});
