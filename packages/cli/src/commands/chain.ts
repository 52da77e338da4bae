import {
  type ChainChoice,
  type ChainReport,
  type ChainSituation,
  chainInputs,
  chainScenario,
  isPodIdentity,
  readChain,
  renderChains,
  takesKnownRole,
  withoutSecrets,
} from "@irsa-sim/chain-tools";
import { nearestNames, type RunReport } from "@irsa-sim/core";
import { loadScenario, runScenario, SDK_IDS } from "@irsa-sim/scenario-runner";
import { readSituation, type SituationFlags } from "../chains/read-situation.js";
import { parseSdk } from "../check/parse-sdk.js";
import { EXIT } from "../exit-codes.js";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { createOverlayFiles } from "../stepping/overlay-files.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { terminalWidth } from "../terminal/width.js";
import { UsageError } from "../usage-error.js";
import { runOptions } from "./run-options.js";

/** The options of `chain`. */
export interface ChainFlags extends SituationFlags {
  readonly all?: boolean;
  readonly json?: boolean;
  readonly color: boolean;
}

/** A Monday morning: 2026-01-05T09:00:00Z; nothing that is shown depends on it. */
const PLAYED = { network: "memory", seed: "1", startAt: Date.UTC(2026, 0, 5, 9) } as const;

/**
 * `irsa-sim chain`: who wins in an SDK's default chain with these variables and files, and what becomes of the app when STS refuses.
 *
 * @returns the exit code: 0, or 1 when an SDK is asked for that gets no credentials
 * @throws {UsageError} for an unknown SDK, or none
 * @throws {InputFileError} for a file that holds no variables, or no pod
 */
export async function chain(sdk: string | undefined, flags: ChainFlags): Promise<number> {
  const { sdk: name, sdkVersion } = parseSdk(sdk);
  const sdks = chosenSdks(name, flags);
  const situation = withoutSecrets(await readSituation(flags));
  const reports: ChainReport[] = [];
  for (const one of sdks) reports.push(await playChain(situation, { sdk: one, sdkVersion }));
  const inputs = chainInputs(situation, sdkVersion);
  if (flags.json) print(`${JSON.stringify({ schema: "irsa-sim/chain/v1", ...inputs, chains: reports }, null, 2)}\n`);
  else print(renderChains(reports, inputs, { width: terminalWidth(), palette: createPalette(flags.color) }), { styled: flags.color });
  return reports.every(({ winner }) => winner !== null) ? EXIT.asExpected : EXIT.unexpected;
}

/** What people call an SDK by its language, or by the library that they install. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  boto3: "botocore",
  python: "botocore",
  "aws-cli": "aws-cli-v2",
  aws: "aws-cli-v2",
  dotnet: "dotnet-v3",
  go: "go-v2",
  golang: "go-v2",
  java: "java-v2",
  javascript: "js-v3",
  js: "js-v3",
  node: "js-v3",
  "c++": "cpp",
};

function chosenSdks(sdk: string | null, { all = false }: ChainFlags): readonly string[] {
  if (all && sdk !== null) throw new UsageError("--all plays every SDK, and one is named", { hint: `give ${sdk} or --all` });
  if (all) return SDK_IDS;
  const wanted = Object.hasOwn(OTHER_NAMES, sdk ?? "") ? OTHER_NAMES[sdk ?? ""] : sdk;
  const found = SDK_IDS.find((id) => id === wanted);
  if (found !== undefined) return [found];
  const near = nearestNames(sdk ?? "", [...SDK_IDS, ...Object.keys(OTHER_NAMES)]);
  throw new UsageError(sdk === null ? "an SDK is missing" : `there is no SDK "${sdk}"`, {
    hint: `${near.length > 0 && sdk !== null ? `did you mean ${near.join(", ")}? ` : ""}SDKs are ${SDK_IDS.join(", ")}; --all shows them side by side`,
  });
}

async function playChain(situation: ChainSituation, { sdk, sdkVersion }: { readonly sdk: string; readonly sdkVersion: string | null }): Promise<ChainReport> {
  const roleArn = takesKnownRole(situation) ? (situation.environment.AWS_ROLE_ARN ?? null) : null;
  const played = readChain(await play(situation, { sdk, sdkVersion, isRefused: false }), roleArn);
  const used = played.providers.find(({ verdict }) => verdict === "used")?.kind;
  const isRoles = (used === "web-identity" && roleArn !== null) || (used === "container" && isPodIdentity(situation));
  const ifRefused = isRoles ? readChain(await play(situation, { sdk, sdkVersion, isRefused: true }), roleArn) : null;
  return { sdk, sdkVersion, ...played, ifRefused };
}

/** Beside the scenarios that ship, so that their files are the base's. */
async function play(situation: ChainSituation, choice: ChainChoice): Promise<RunReport> {
  const files = createScenarioFilesOnDisk();
  const overlay = createOverlayFiles(files);
  const folder = `${files.find("basic")}-chain`;
  overlay.texts = new Map([...chainScenario(situation, choice)].map(([name, text]) => [`${folder}/${name}`, text]));
  const scenario = loadScenario(overlay, folder);
  return runScenario(scenario, await runOptions(scenario, PLAYED));
}
