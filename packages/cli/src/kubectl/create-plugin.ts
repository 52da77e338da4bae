/** The grammar of the plugin that kubectl finds as `kubectl irsa-sim`: the same rules as `irsa-sim check`, for a cluster that is read. */
import { Command, CommanderError, Option } from "commander";
import { parseCheckReport } from "../check/check-report-target.js";
import { parseCall } from "../check/parse-call.js";
import { readVersion } from "../settings/read-version.js";
import type { PluginFlags } from "./plugin-flags.js";

/** Creates the program `kubectl irsa-sim`. */
export function createPlugin(): Command {
  const program = new Command("kubectl irsa-sim")
    .description("whether pods of a cluster get their roles from AWS, and if not, where and why; the cluster is read and never changed")
    .option("--version", "the version")
    .on("option:version", () => {
      process.stdout.write(`${readVersion()}\n`);
      throw new CommanderError(0, "commander.version", "");
    })
    .exitOverride()
    .showHelpAfterError("(kubectl irsa-sim --help shows the commands)");
  withFlags(program.command("explain <pod>"))
    .description("one pod: its service account, its token's issuer, and the role in what AWS has (--aws)")
    .action((pod: string, flags: PluginFlags) => run(pod, flags));
  withFlags(program.command("check"))
    .description("all that makes pods in a namespace, and pods by themselves")
    .action((flags: PluginFlags) => run(null, flags));
  return program;
}

async function run(pod: string | null, flags: PluginFlags): Promise<void> {
  const { explainPods } = await import("./explain-pods.js");
  process.exitCode = await explainPods(pod, flags);
}

function withFlags(command: Command): Command {
  return command
    .option("-n, --namespace <name>", "the namespace (default: the context's)")
    .option("--kubeconfig <file>", "the kubeconfig (default: KUBECONFIG, or ~/.kube/config)")
    .option("--context <name>", "which of its contexts (default: the current one)")
    .option("--allow-exec", "run the program that the kubeconfig names for credentials (exec, such as aws eks get-token), as kubectl does")
    .addOption(
      new Option("--aws <files...>", "what AWS has: roles, trust policies, providers, in files and folders as irsa-sim check takes them").default([], "none"),
    )
    .addOption(
      new Option("--call <action=arn>", "what the apps call with their credentials, such as s3:GetObject=arn:aws:s3:::my-bucket/my-key; may be repeated")
        .argParser(parseCall)
        .default([], "none"),
    )
    .option("--sdk <sdk>", "the SDK of the apps, perhaps with its release: go-v2, or go-v1@1.12.199")
    .option("--error <text>", "the error that was met: the failure with this message is told first")
    .option("--strict", "what had to be assumed is a fault")
    .addOption(
      new Option("--report <format>", "junit, github, sarif, markdown or json, with =FILE or without; may be repeated")
        .argParser(parseCheckReport)
        .default([], "none"),
    )
    .option("--json", "the report as JSON (irsa-sim/check/v1, with what was read of the cluster)")
    .option("--no-color", "no colours");
}
