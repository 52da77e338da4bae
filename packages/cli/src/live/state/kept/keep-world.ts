/**
 * What clients have changed in IAM and S3, from one start to the next. It is written before a client gets its answer, as a whole or not at all: first the bytes of objects,
 * each file under its hash, then `world.json`, which names them. So whoever ends the process, and when, leaves one state or the next.
 * Leaves out: what Kubernetes holds, which has a file of its own; credentials.
 */

import { createHash } from "node:crypto";
import type { Json } from "@irsa-sim/core";
import type { LoadedScenario } from "@irsa-sim/scenario-runner";
import type { AwsState } from "@irsa-sim/simulation";
import { UsageError } from "../../../usage-error.js";
import type { StateFolder } from "../open-state-folder.js";
import { parseJson } from "../parse-json.js";
import { BLOBS_FOLDER, BlobError, openBlobs } from "./blobs.js";
import { decodeValue, encodeValue } from "./values.js";

/** What is kept, and what keeps it. */
export interface KeptWorld {
  /** As the last start left it; `null` when there is nothing to build on. */
  readonly state: AwsState | null;
  /** How many starts have built on each other, with this one; ids must not come up again. */
  readonly starts: number;
  /** Writes the state, where it differs from what was written last. */
  save(state: AwsState): void;
  /** Removes what is kept: the next start is the scenario's beginning. */
  forget(): void;
}

interface WorldFile {
  readonly schema: string;
  readonly scenario: string;
  /** What the scenario itself puts into IAM and S3, as a hash. */
  readonly beginning: string;
  readonly starts: number;
  /** Of `content`. */
  readonly hash: string;
  /** The state, as JSON in a text. */
  readonly content: string;
}

/** Name of the file, in a state folder. */
export const WORLD_FILE = "world.json";
const SCHEMA = "irsa-sim/world/v1";
const MAX_BYTES = 512 * 2 ** 20;

/**
 * Reads what a state folder keeps of a scenario's world.
 *
 * @param tell told what is set aside, or no longer kept
 * @throws {UsageError} when it is damaged, which is set aside; and when another version of irsa-sim wrote it, which stays
 */
export function keepWorld(folder: StateFolder, scenario: LoadedScenario, tell: (message: string) => void): KeptWorld {
  const beginning = hashOf(JSON.stringify([scenario.aws, scenario.cluster.region]));
  const blobs = openBlobs(folder);
  const found = readWorld(folder, blobs.get);
  const isOfHere = found !== null && found.file.scenario === scenario.name && found.file.beginning === beginning;
  if (found !== null && !isOfHere) tell(`what clients had changed belongs to another scenario, or an earlier form of it; it is in ${setAside(folder)} now`);
  const kept = isOfHere ? found : null;
  const starts = 1 + (kept?.file.starts ?? 0);
  let written = kept?.file.content ?? "";
  let isTooMuch = false;
  return {
    state: kept?.state ?? null,
    starts,
    save(state) {
      const used = new Set<string>();
      let bytes = 0;
      const measuring = {
        put: (part: Uint8Array) => {
          bytes += part.length;
          return "";
        },
        get: blobs.get,
      };
      encodeValue(state, measuring);
      if (bytes > MAX_BYTES) {
        if (!isTooMuch) tell(`S3 holds more than ${MAX_BYTES / 2 ** 20} MiB: what clients change from now on is not kept`);
        isTooMuch = true;
        return;
      }
      isTooMuch = false;
      const put = (part: Uint8Array): string => {
        const name = blobs.put(part);
        used.add(name);
        return name;
      };
      const content = JSON.stringify(encodeValue(state, { put, get: blobs.get }));
      if (content === written) return;
      folder.write(
        WORLD_FILE,
        JSON.stringify({ schema: SCHEMA, scenario: scenario.name, beginning, starts, hash: hashOf(content), content } satisfies WorldFile),
      );
      written = content;
      blobs.keepOnly(used);
    },
    forget() {
      written = "";
      folder.remove(WORLD_FILE);
      blobs.keepOnly(new Set());
    },
  };
}

function readWorld(folder: StateFolder, get: (name: string) => Uint8Array): { readonly file: WorldFile; readonly state: AwsState } | null {
  const text = folder.read(WORLD_FILE);
  if (text === null) return null;
  const file = parseJson(text) as Partial<WorldFile> | null;
  if (typeof file?.schema === "string" && file.schema !== SCHEMA)
    throw new UsageError(`${folder.path}/${WORLD_FILE} was written by another version of irsa-sim`, { hint: "use that version, or name another folder" });
  if (file?.schema !== SCHEMA || file.content === undefined || hashOf(file.content) !== file.hash) throw damaged(folder, WORLD_FILE);
  const refuse = (): never => expectNoBytes();
  try {
    return { file: file as WorldFile, state: decodeValue(JSON.parse(file.content) as Json, { put: refuse, get }) as AwsState };
  } catch (error) {
    if (error instanceof BlobError) throw damaged(folder, `${BLOBS_FOLDER}/${error.message}`);
    throw error;
  }
}

/** What is read is not written. */
function expectNoBytes(): never {
  throw new Error("nothing is written while a state is read");
}

function damaged(folder: StateFolder, name: string): UsageError {
  return new UsageError(`${folder.path}/${name} is damaged, so what clients had changed in IAM and S3 cannot be read`, {
    hint: `all of it is in ${setAside(folder)} now; a new start is the scenario's beginning, with the same keys`,
  });
}

function setAside(folder: StateFolder): string {
  return folder.setAside([WORLD_FILE, BLOBS_FOLDER]);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
