import { join } from "node:path";
import { type ChainSituation, parseEnvFile } from "@irsa-sim/chain-tools";
import { InputFileError } from "../files/input-file-error.js";
import { readInput } from "../files/read-input.js";
import { readText } from "../files/read-text.js";
import { UsageError } from "../usage-error.js";
import { readPodEnvironment } from "./read-pod-environment.js";

/** Where variables come from. */
export interface SituationFlags {
  readonly env?: string;
  /** As `env`. */
  readonly envFile?: string;
  readonly pod?: string;
  readonly container?: string;
  /** A folder with `config` and `credentials`. */
  readonly sharedFiles?: string;
}

/** The folder in which an app without HOME looks for shared files. */
const APP_HOME = "/root";

/**
 * Reads variables from a file, a pod's manifest or this process; shared files are those of a folder, or with this process' variables those of this machine.
 *
 * @throws {UsageError} when both are named
 * @throws {InputFileError} for a file that holds no variables, or no pod
 */
export async function readSituation({ envFile, env = envFile, pod, container, sharedFiles }: SituationFlags): Promise<ChainSituation> {
  if (env !== undefined && pod !== undefined) throw new UsageError("--env and --pod both say which variables there are", { hint: "give one of them" });
  const named = sharedFiles === undefined ? {} : readSharedFiles({ HOME: "" }, sharedFiles);
  if (pod !== undefined) return { environment: await readPodEnvironment({ path: pod, text: readText(pod, "a pod") }, container), files: named };
  if (env !== undefined) return { environment: readVariables(env), files: named };
  const environment = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return { environment, files: readSharedFiles(environment, sharedFiles) };
}

function readVariables(path: string): Readonly<Record<string, string>> {
  const environment = parseEnvFile(readText(path, "a list of variables"));
  if (environment === null)
    throw new InputFileError({
      path,
      expected: "lines such as AWS_REGION=eu-west-1",
      actual: "a line without a name and an equals sign (a pod's manifest goes to --pod)",
    });
  return environment;
}

/** Under the paths at which the SDK looks for them. */
function readSharedFiles({ HOME: home = "", ...named }: Readonly<Record<string, string>>, folder = join(home, ".aws")): ChainSituation["files"] {
  const paths = { config: named.AWS_CONFIG_FILE ?? "", credentials: named.AWS_SHARED_CREDENTIALS_FILE ?? "" };
  return Object.fromEntries(
    Object.entries(paths).flatMap(([name, path]) => {
      const text = readInput(path === "" ? join(folder, name) : path);
      return text === null ? [] : [[path === "" ? `${APP_HOME}/.aws/${name}` : path, text]];
    }),
  );
}
