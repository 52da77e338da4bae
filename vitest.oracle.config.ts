/** The comparisons with a real control plane, which `e2e/control-plane/install.sh` builds; beside the ordinary suite, since they need minutes and hundreds of megabytes. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["irsa-sim-source"] },
  ssr: { resolve: { conditions: ["irsa-sim-source"] } },
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Each file starts a control plane of its own, which is a machine's fill.
    fileParallelism: false,
    include: ["e2e/control-plane/*.oracle.ts"],
  },
});
