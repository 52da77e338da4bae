import { fileURLToPath } from "node:url";

/**
 * Stryker's options for one package: its sources are mutated, its own tests judge them.
 *
 * @param {{ name: string, sample: number, seed: number, concurrency: number, root: string, folder: string, reportFile: string }} run `folder` is for the sandbox
 */
export function strykerOptions({ name, sample, seed, concurrency, root, folder, reportFile }) {
  return {
    testRunner: "vitest",
    plugins: [import.meta.resolve("./vitest-runner.mjs"), import.meta.resolve("./sample-checker.mjs")].map(fileURLToPath),
    vitest: { configFile: "scripts/mutation/vitest.config.mjs", related: false },
    checkers: ["sample"],
    sample: { size: sample, seed, root },
    mutate: [`packages/${name}/src/**/*.ts`, `!packages/${name}/src/**/*.{test,test-support}.ts`],
    ignorePatterns: ["dist", ".git"],
    // Stryker would rewrite it with a compiler API that TypeScript 7 no longer has; nothing is compiled here.
    tsconfigFile: "none",
    tempDirName: folder,
    cleanTempDir: "always",
    coverageAnalysis: "perTest",
    // A mutant in a module's own constants needs every test again in a new process: minutes each.
    ignoreStatic: true,
    concurrency,
    // Generous, because a busy machine is no infinite loop; those are counted by hits.
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 30,
    timeoutFactor: 4,
    reporters: process.stdout.isTTY ? ["html", "progress"] : ["html"],
    htmlReporter: { fileName: reportFile },
    logLevel: "warn",
    disableTypeChecks: false,
  };
}
