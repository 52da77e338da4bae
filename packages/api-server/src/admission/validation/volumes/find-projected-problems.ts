/**
 * Validation of a projected volume.
 * Leaves out: cluster trust bundles and pod certificates, which the server drops unless told otherwise.
 */
import { type FieldProblem, forbidden, invalid, required } from "../../field-problem.js";
import type { KeyToPath, Volume, VolumeProjection } from "../../types/volume.js";
import { findVolumePathProblems } from "../formats/paths.js";
import { findDownwardApiFileProblems } from "./find-downward-api-problems.js";
import { findItemProblems, findModeProblems } from "./find-items-problems.js";

const MIN_EXPIRATION_SECONDS = 600;
const MAX_EXPIRATION_SECONDS = 2 ** 32;
const SOURCE_KINDS = ["secret", "configMap", "downwardAPI", "serviceAccountToken"];

/** Problems of a projected volume: each path stands once, and each source is of one kind. */
export function* findProjectedProblems({ sources = [], defaultMode }: NonNullable<Volume["projected"]>, volume: string): Generator<FieldProblem> {
  yield* findModeProblems(defaultMode, `${volume}.defaultMode`);
  const paths = new Set<string>();
  for (const [index, source] of sources.entries()) {
    const field = `${volume}.sources[${index}]`;
    yield* findSourceProblems(source, { volume, field, paths });
    if (SOURCE_KINDS.filter((kind) => source[kind] !== undefined).length > 1) yield forbidden(field, "may not specify more than 1 volume type per source");
  }
}

interface Place {
  readonly volume: string;
  readonly field: string;
  /** Those of the sources before. */
  readonly paths: Set<string>;
}

function* findSourceProblems({ secret, configMap, downwardAPI, serviceAccountToken }: VolumeProjection, place: Place): Generator<FieldProblem> {
  if (secret !== undefined) yield* findKeyedProblems(secret, "secret", place);
  if (configMap !== undefined) yield* findKeyedProblems(configMap, "configMap", place);
  for (const file of downwardAPI?.items ?? []) {
    yield* findDownwardApiFileProblems(file, `${place.field}.downwardAPI`);
    yield* findPathConflicts(file.path ?? "", file.path ?? "", place);
  }
  if (serviceAccountToken !== undefined) yield* findTokenProblems(serviceAccountToken, place);
}

type Keyed = { readonly name?: string; readonly items?: readonly KeyToPath[] };

function* findKeyedProblems({ name = "", items = [] }: Keyed, kind: string, place: Place): Generator<FieldProblem> {
  if (name === "") yield required(`${place.field}.${kind}.name`);
  for (const [index, item] of items.entries()) {
    yield* findItemProblems(item, `${place.field}.${kind}.items[${index}]`);
    yield* findPathConflicts(item.path ?? "", name, place);
  }
}

/** A path that another source has; the path of a token is not looked at. */
function* findPathConflicts(path: string, shown: string, { volume, paths }: Place): Generator<FieldProblem> {
  if (paths.has(path)) yield invalid(volume, shown, "conflicting duplicate paths");
  if (path !== "") paths.add(path);
}

type Token = NonNullable<VolumeProjection["serviceAccountToken"]>;

/** A token's path is told of the volume. */
function* findTokenProblems({ expirationSeconds = 0, path = "" }: Token, { volume, field }: Place): Generator<FieldProblem> {
  const expiration = `${field}.serviceAccountToken.expirationSeconds`;
  if (expirationSeconds < MIN_EXPIRATION_SECONDS) yield invalid(expiration, expirationSeconds, "may not specify a duration less than 10 minutes");
  if (expirationSeconds > MAX_EXPIRATION_SECONDS) yield invalid(expiration, expirationSeconds, "may not specify a duration larger than 2^32 seconds");
  if (path === "") yield required(`${volume}.path`);
  else yield* findVolumePathProblems(path, `${volume}.path`);
}
