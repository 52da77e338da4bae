import { type Command, InvalidArgumentError, Option } from "commander";
import { type DeployFlags, FORMATS } from "../deploy/deploy-flags.js";

const MAX_REPLICAS = 100;

/** Adds `irsa-sim deploy`. */
export function addDeployCommand(program: Command): void {
  program
    .command("deploy [scenario]")
    .description("write manifests and a Dockerfile that run a scenario's AWS side and the webhook in a cluster; nothing is applied")
    .option("--out <folder>", "write here; empty, or not there yet", "irsa-sim-deploy")
    .addOption(new Option("--format <format>", "a kustomize base or a Helm chart").choices(FORMATS).default("kustomize"))
    .option("--namespace <name>", "the namespace to run in", parseNamespace, "irsa-sim")
    .option("--image <image>", "the image's name and tag (default: irsa-sim and this version)", parseImage)
    .option("--replicas <n>", "how many pods; each accepts the credentials that another has given out", parseReplicas, 1)
    .option("--aws <files...>", "your own documents in a scenario's place, as check takes them: what aws iam prints, Terraform, manifests")
    .action(async (scenario: string | undefined, flags: DeployFlags) => {
      const { deploy } = await import("../commands/deploy.js");
      process.exitCode = await deploy(scenario, flags);
    });
}

/** A DNS label (RFC 1123). */
function parseNamespace(text: string): string {
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text)) throw new InvalidArgumentError(`lower-case letters, digits and -, at most 63, found "${text}".`);
  return text;
}

function parseImage(text: string): string {
  if (!/^[a-z0-9][\w./:@-]{0,254}$/i.test(text)) throw new InvalidArgumentError(`an image such as registry.example.com/irsa-sim:1.0, found "${text}".`);
  return text;
}

function parseReplicas(text: string): number {
  const replicas = Number(text);
  if (!/^[1-9]\d{0,2}$/.test(text) || replicas > MAX_REPLICAS) throw new InvalidArgumentError(`a number from 1 to ${MAX_REPLICAS}, found "${text}".`);
  return replicas;
}
