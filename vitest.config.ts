import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["irsa-sim-source"] },
  ssr: { resolve: { conditions: ["irsa-sim-source"] } },
  test: {
    // A machine with other work takes its time; no test waits for anything.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What a page shows is asked again until it is so: it draws when it can.
    expect: { poll: { timeout: 60_000 } },
    // Files run side by side on every core; by itself the runner leaves one of them idle, which is half of a small machine.
    maxWorkers: "100%",
    // No test changes what another file's tests see: all is created anew and nothing is mocked. So the packages are read once a process, not once a file.
    isolate: false,
    include: ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts", "test/**/*.test.ts", "e2e/**/*.test.ts", "examples/**/*.test.ts"],
  },
});
