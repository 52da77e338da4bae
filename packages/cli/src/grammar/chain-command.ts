import type { Command } from "commander";
import type { ChainFlags } from "../commands/chain.js";

/** Adds `irsa-sim chain`. */
export function addChainCommand(program: Command): void {
  program
    .command("chain")
    .argument("[sdk]", "such as go-v2, boto3 or java-v1; with its release: go-v1@1.12.199; an unknown one lists them")
    .description(
      "who wins in an SDK's default chain of credential providers with the variables of a file, a pod or this terminal; values of secrets are never shown",
    )
    .option("--env <file>", "variables as env writes them, such as: kubectl exec POD -- env > FILE")
    .option("--env-file <file>", "the same; Node 20 reads this option for itself too")
    .option("--pod <file>", "variables of a pod's manifest, as stored or as written")
    .option("--container <name>", "which container of the pod (default: the first)")
    .option("--shared-files <folder>", "the folder with the app's config and credentials (default: none; ~/.aws with this terminal's variables)")
    .option("--all", "all SDKs side by side")
    .option("--json", "as JSON (irsa-sim/chain/v1)")
    .option("--no-color", "no colours")
    .action(async (sdk: string | undefined, flags: ChainFlags) => {
      const { chain } = await import("../commands/chain.js");
      process.exitCode = await chain(sdk, flags);
    });
}
