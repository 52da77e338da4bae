// A plugin of Stryker: its runner for vitest, which takes a test file that fails before its tests run for a file without tests, and the mutant for one that nobody noticed.
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { strykerPlugins as plugins } from "@stryker-mutator/vitest-runner";
import { withFailedFiles } from "./with-failed-files.mjs";

export { strykerValidationSchema } from "@stryker-mutator/vitest-runner";

const [{ factory }] = plugins;

function createRunner(injector) {
  const runner = injector.injectFunction(factory);
  const run = runner.run.bind(runner);
  runner.run = async (options) => withFailedFiles(await run(options), runner.ctx.state.getFiles());
  return runner;
}
createRunner.inject = ["$injector"];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "vitest", createRunner)];
