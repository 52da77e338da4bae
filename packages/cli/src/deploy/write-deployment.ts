import { join } from "node:path";
import { writeAtomically } from "../files/write-atomically.js";
import type { DeployFlags } from "./deploy-flags.js";
import type { DeploymentInput } from "./deployment-input.js";
import { corefile, endpoints, roots } from "./objects/for-apps.js";
import { dockerfile } from "./render/dockerfile.js";
import { readMe } from "./render/read-me.js";
import { toChart } from "./render/to-chart.js";
import { toKustomize } from "./render/to-kustomize.js";
import { toYaml, type WrittenFile } from "./render/written-file.js";

const MODES = { secret: 0o600, open: 0o644 };

/**
 * Writes all files of a deployment into a folder; those with keys for their owner alone.
 *
 * @returns their paths, as they were written
 * @throws {PathError} when the operating system refuses
 */
export function writeDeployment(folder: string, input: DeploymentInput, { format }: Pick<DeployFlags, "format">): readonly string[] {
  const manifests = format === "kustomize" ? toKustomize(input) : toChart(input);
  const forPeople: readonly (readonly [string, string])[] = [
    ["README.md", readMe(input, { format })],
    ["Dockerfile", dockerfile(input.version)],
    ["for-apps/endpoints.yaml", toYaml([endpoints(input)])],
    ["for-apps/ca.yaml", toYaml([roots(input)])],
    ["for-apps/Corefile", corefile(input)],
  ];
  const files: readonly WrittenFile[] = [...manifests, ...forPeople.map(([path, text]) => ({ path, text, isSecret: false }))];
  for (const { path, text, isSecret } of files) writeAtomically(join(folder, path), text, isSecret ? MODES.secret : MODES.open);
  return files.map(({ path }) => path);
}
