/** The recordings of real SDKs as they stand in the files beside the repository. */
import { existsSync, readFileSync } from "node:fs";

/** An error that a peer sends. */
export interface ScriptedError {
  readonly code: string;
  readonly status: number;
  readonly message: string;
}

/** What surrounded the SDK. */
export interface Situation {
  readonly id: string;
  readonly what: string;
  readonly env: Readonly<Record<string, string>>;
  /** Paths under `$HOME`. */
  readonly files?: Readonly<Record<string, string>>;
  /** The token file's content; `null` for none. */
  readonly token?: string | null;
  /** The token file is there and cannot be read. */
  readonly unreadable?: boolean;
  readonly sts?: {
    readonly errors?: ScriptedError;
    /** Answers in order, the last for ever; `null` for credentials. */
    readonly script?: readonly (ScriptedError | null)[];
    readonly sessionSeconds?: number;
    readonly down?: "refused" | "unresolved" | "timeout";
  };
  /** Nothing comes, nobody is there, the node has no role; or a status to all but the token request, or with `token` before it to that. */
  readonly imds?: "hang" | "refused" | "norole" | `${number}` | `token${number}`;
  readonly calls?: number;
  /** Seconds between two calls. */
  readonly sleep?: number;
  /** Variables that name the authority which signed the peers' certificates; all that exist when absent. */
  readonly ca?: Readonly<Record<string, string>>;
}

/** A request as a peer saw it. */
export interface SeenRequest {
  readonly to: string;
  readonly host?: string;
  readonly method: string;
  readonly path: string;
  readonly action?: string;
  readonly params?: Readonly<Record<string, string>>;
  /** Access key id with which S3 was called. */
  readonly key?: string;
}

/** What a call of the program came to. */
export interface SeenResult {
  readonly ok: boolean;
  readonly class?: string | readonly string[];
  readonly text?: string;
}

/** An SDK in a situation. */
export interface Cell {
  readonly sdk: string;
  readonly situation: string;
  /** Whose credentials S3 saw: `W` web identity, `E` environment, `P` profile, `C` container, `N` node, `u` unsigned; `!` for an error. */
  readonly winner: string;
  readonly results: readonly SeenResult[];
  readonly requests: readonly SeenRequest[];
}

const FOLDER = new URL("../../../../../shared/conformance/sdk-chains/", import.meta.url);

/** Whether the recordings are beside the repository. */
export const arePresent = existsSync(FOLDER);

function read<Value>(file: string): Value {
  return JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as Value;
}

/** All situations by id. */
export const SITUATIONS: ReadonlyMap<string, Situation> = new Map(
  (arePresent ? read<readonly Situation[]>("situations.json") : []).map((situation) => [situation.id, situation]),
);

/** All cells in which the program came to an end. */
export const CELLS: readonly Cell[] = (arePresent ? read<readonly Cell[]>("recorded.json") : []).filter(({ results }) => results.length > 0);
