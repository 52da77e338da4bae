import {
  type ChainReport,
  type ChainSituation,
  chainInputs,
  chainScenario,
  readChain,
  renderChains,
  takesKnownRole,
  withoutSecrets,
} from "@irsa-sim/chain-tools";
import { nearestNames, type RunReport } from "@irsa-sim/core";
import { loadScenario, runScenario, SDK_IDS } from "@irsa-sim/scenario-runner";
import { readSituation, type SituationFlags } from "../chains/read-situation.js";
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
  const sdks = chosenSdks(sdk, flags);
  const situation = withoutSecrets(await readSituation(flags));
  const reports: ChainReport[] = [];
  for (const one of sdks) reports.push(await playChain(situation, one));
  const inputs = chainInputs(situation);
  if (flags.json) print(`${JSON.stringify({ schema: "irsa-sim/chain/v1", ...inputs, chains: reports }, null, 2)}\n`);
  else print(renderChains(reports, inputs, { width: terminalWidth(), palette: createPalette(flags.color) }), { styled: flags.color });
  return reports.every(({ winner }) => winner !== null) ? EXIT.asExpected : EXIT.unexpected;
}

function chosenSdks(sdk: string | undefined, { all = false }: ChainFlags): readonly string[] {
  if (all) return SDK_IDS;
  const wanted = sdk === "dotnet" ? "dotnet-v3" : sdk;
  const found = SDK_IDS.find((id) => id === wanted);
  if (found !== undefined) return [found];
  const near = nearestNames(sdk ?? "", SDK_IDS);
  throw new UsageError(sdk === undefined ? "an SDK is missing" : `there is no SDK "${sdk}"`, {
    hint: `${near.length > 0 && sdk !== undefined ? `did you mean ${near.join(", ")}? ` : ""}SDKs are ${SDK_IDS.join(", ")}; --all shows them side by side`,
  });
}

async function playChain(situation: ChainSituation, sdk: string): Promise<ChainReport> {
  const roleArn = takesKnownRole(situation) ? (situation.environment.AWS_ROLE_ARN ?? null) : null;
  const played = readChain(await play(situation, { sdk, isRefused: false }), roleArn);
  const isWebIdentity = played.providers.some(({ kind, verdict }) => kind === "web-identity" && verdict === "used");
  const ifRefused = isWebIdentity && roleArn !== null ? readChain(await play(situation, { sdk, isRefused: true }), roleArn) : null;
  return { sdk, ...played, ifRefused };
}

/** Beside the scenarios that ship, so that their files are the base's. */
async function play(situation: ChainSituation, choice: { readonly sdk: string; readonly isRefused: boolean }): Promise<RunReport> {
  const files = createScenarioFilesOnDisk();
  const overlay = createOverlayFiles(files);
  const folder = `${files.find("basic")}-chain`;
  overlay.texts = new Map([...chainScenario(situation, choice)].map(([name, text]) => [`${folder}/${name}`, text]));
  const scenario = loadScenario(overlay, folder);
  return runScenario(scenario, await runOptions(scenario, PLAYED));
}
