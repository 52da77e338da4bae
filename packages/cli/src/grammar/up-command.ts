import { type Command, InvalidArgumentError } from "commander";
import type { UpFlags } from "../live/up-flags.js";
import { patienceOption } from "./patience-option.js";
import { timeScaleOption } from "./time-scale-option.js";

const DEFAULT_PORT = 4570;
/** Behind the first there are ten more. */
const MAX_PORT = 65_525;

/** Adds `irsa-sim up`. */
export function addUpCommand(program: Command): void {
  program
    .command("up [scenario]")
    .description("all services on this machine for real clients: STS, S3, IAM, EKS, metadata, issuer, webhook, Kubernetes; Ctrl-C ends it")
    .option("--port <n>", "the first of eleven ports, one after another; 0 for any that are free", parsePort, DEFAULT_PORT)
    .option("--state <folder>", "keep keys and certificates here from one start to the next (default: a temporary folder)")
    .option("--keys <file>", "the state.json of another start: replicas with the same keys accept each other's credentials")
    .option("--listen <address>", "listen at this address of the machine (default: 127.0.0.1, so nobody else reaches it)", parseAddress)
    .option("--kubeconfig <file>", "a real cluster in the place of the simulated one: its API server, issuer, pods and tokens")
    .option("--context <name>", "which context of the kubeconfig, also of the one that kubectl takes (default: its current one)")
    .option("--allow-exec", "run the program that the kubeconfig names for credentials (exec, such as aws eks get-token), as kubectl does")
    .option("--in-cluster", "the real cluster in which this runs as a pod, as the pod's service account")
    .option("--register", "register the webhook with the real cluster, and take it away at the end (default: webhook.yaml is yours to apply)")
    .option("--advertise <host>", "under which name or address clients reach this machine (default: where it listens)", parseHost)
    .addOption(timeScaleOption())
    .addOption(patienceOption())
    .option("--ui", "serve the page too, which follows what clients do; its address is printed", false)
    .option("--seed <seed>", "ids and the keys of users follow from it (default: those of the state folder)")
    .option("--cell <values>", "which cell of a matrix, such as sdk=go-v2; NAME[sdk=go-v2] says the same")
    .option("--no-color", "no colours")
    .action(async (scenario: string | undefined, flags: UpFlags) => {
      const { up } = await import("../commands/up.js");
      process.exitCode = await up(scenario, flags);
    });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > MAX_PORT) throw new InvalidArgumentError(`a port from 0 to ${MAX_PORT}, found "${text}".`);
  return port;
}

function parseAddress(text: string): string {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) throw new InvalidArgumentError(`an IPv4 address such as 0.0.0.0, found "${text}".`);
  return text;
}

function parseHost(text: string): string {
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(text)) throw new InvalidArgumentError(`a host name in lower case, or an IPv4 address, found "${text}".`);
  return text;
}
