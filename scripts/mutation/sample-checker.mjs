// A plugin of Stryker, which has no sampling of its own: a checker turns away the mutants that are not in the sample before any test runs.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { CheckStatus } from "@stryker-mutator/api/check";
import { commonTokens, declareClassPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import { chooseSample } from "./choose-sample.mjs";
import { sourceChange } from "./source-change.mjs";

class SampleChecker {
  static inject = tokens(commonTokens.options);
  #options;

  constructor(options) {
    this.#options = options.sample;
  }

  async init() {}

  /** One group: only who sees all mutants can choose among them. */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  async check(mutants) {
    const changes = mutants.map((mutant) => ({
      id: mutant.id,
      file: relative(this.#options.root, mutant.fileName),
      ...sourceChange(readFileSync(mutant.fileName, "utf8"), mutant.location, mutant.replacement),
    }));
    const sample = chooseSample(changes, this.#options);
    return Object.fromEntries(
      changes.map((change) => [
        change.id,
        sample.has(change) ? { status: CheckStatus.Passed } : { status: CheckStatus.CompileError, reason: "not in the sample" },
      ]),
    );
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, "sample", SampleChecker)];

export const strykerValidationSchema = { type: "object", properties: { sample: { type: "object" } } };
