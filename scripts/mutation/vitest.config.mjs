// How the tests run that judge a package's mutants: only its own, and property tests with one seed, so that a score can be had again.
import base from "../../vitest.config.ts";

const name = process.env.IRSA_SIM_MUTATED_PACKAGE;

export default {
  ...base,
  test: {
    ...base.test,
    include: [`packages/${name}/src/**/*.test.ts`, `packages/${name}/test/**/*.test.ts`],
    // Each mutant imports the package anew; once for all test files is a third of the time. No file depends on another.
    isolate: false,
    setupFiles: ["scripts/mutation/seed-properties.mjs"],
  },
};
