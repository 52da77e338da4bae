import { duplicate, type FieldProblem, forbidden, invalid, required } from "../field-problem.js";
import type { PodSpec, Volume, VolumeProjection } from "../pod.js";
import { findLabelProblems } from "./find-name-problems.js";

const MIN_EXPIRATION_SECONDS = 600;
const MAX_EXPIRATION_SECONDS = 2 ** 32;
const MAX_MODE = 0o777;
const SOURCE_KINDS = ["secret", "configMap", "downwardAPI", "serviceAccountToken"];

/** Problems of a pod's volumes: their names, and what is projected into them. */
export function findVolumeProblems({ volumes = [] }: PodSpec): readonly FieldProblem[] {
  const seen = new Set<string>();
  return volumes.flatMap((volume, index) => {
    const { name = "" } = volume;
    const isRepeated = name !== "" && seen.has(name);
    seen.add(name);
    const field = `spec.volumes[${index}]`;
    return [
      ...findLabelProblems(`${field}.name`, name),
      ...(isRepeated ? [duplicate(`${field}.name`, name)] : []),
      ...findProjectedProblems(volume, `${field}.projected`),
    ];
  });
}

function findProjectedProblems({ projected }: Volume, field: string): readonly FieldProblem[] {
  if (projected === undefined) return [];
  const { sources = [], defaultMode = 0 } = projected;
  const isMode = defaultMode >= 0 && defaultMode <= MAX_MODE;
  return [
    ...sources.flatMap((source, index) => findSourceProblems(source, { volume: field, source: `${field}.sources[${index}]` })),
    ...(isMode ? [] : [invalid(`${field}.defaultMode`, defaultMode, "must be a number between 0 and 0777 (octal), both inclusive")]),
  ];
}

function findSourceProblems(source: VolumeProjection, field: { readonly volume: string; readonly source: string }): readonly FieldProblem[] {
  const [, second] = SOURCE_KINDS.filter((kind) => source[kind] !== undefined);
  const problems = second === undefined ? [] : [forbidden(`${field.source}.${second}`, "may not specify more than 1 volume type")];
  if (source.serviceAccountToken === undefined) return problems;
  const { expirationSeconds, path = "" } = source.serviceAccountToken;
  const expiration = findExpirationProblems(expirationSeconds ?? MIN_EXPIRATION_SECONDS, `${field.source}.serviceAccountToken.expirationSeconds`);
  return [...problems, ...expiration, ...findPathProblems(path, `${field.volume}.path`)];
}

function findExpirationProblems(seconds: number, field: string): readonly FieldProblem[] {
  if (seconds < MIN_EXPIRATION_SECONDS) return [invalid(field, seconds, "may not specify a duration less than 10 minutes")];
  return seconds > MAX_EXPIRATION_SECONDS ? [invalid(field, seconds, "may not specify a duration larger than 2^32 seconds")] : [];
}

function findPathProblems(path: string, field: string): readonly FieldProblem[] {
  if (path === "") return [required(field)];
  return [
    ...(path.startsWith("/") ? [invalid(field, path, "must be a relative path")] : []),
    ...(path.split("/").includes("..") ? [invalid(field, path, "must not contain '..'")] : []),
    ...(path.startsWith("..") && !path.startsWith("../") ? [invalid(field, path, "must not start with '..'")] : []),
  ];
}
