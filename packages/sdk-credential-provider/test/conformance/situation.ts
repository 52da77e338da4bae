/** The recordings of real SDKs as they stand in the files beside the repository. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/** An error that a peer sends. */
export interface ScriptedError {
  readonly code: string;
  readonly status: number;
  readonly message: string;
}

/** What a peer sends as it stands here. */
export interface ScriptedAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Seconds that it takes for it. */
  readonly after?: number;
}

/** What one of the node's two endpoints does: an answer always, answers in order of which the last is for ever (`null` for credentials), or nothing. */
export type Endpoint = ScriptedAnswer | readonly (ScriptedAnswer | null)[] | "hang" | "refused";

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
  /** The token file is a folder. */
  readonly tokenDirectory?: boolean;
  /** Such of the files as are there and cannot be read. */
  readonly unreadableFiles?: readonly string[];
  readonly sts?: {
    readonly errors?: ScriptedError | ScriptedAnswer;
    /** Answers in order, the last for ever; `null` for credentials. */
    readonly script?: readonly (ScriptedError | ScriptedAnswer | null)[];
    readonly sessionSeconds?: number;
    readonly down?: "refused" | "unresolved" | "timeout";
    /** What is wrong with the certificate: its authority, its name or its time. */
    readonly tls?: "untrusted" | "host" | "expired";
  };
  /**
   * Nothing comes, nothing comes to the token request, nobody is there, the node has no role; a status to all but the token request, or with `token` before it to
   * that; or what it answers to questions for the list of roles, the document of one and the region.
   */
  readonly imds?: "hang" | "tokenhang" | "refused" | "norole" | `${number}` | `token${number}` | MetadataAnswers;
  readonly container?: Endpoint;
  readonly s3?: { readonly script: readonly (ScriptedAnswer | null)[] };
  readonly calls?: number;
  /** Seconds between two calls. */
  readonly sleep?: number;
  /** Variables that name the authority which signed the peers' certificates; all that exist when absent. */
  readonly ca?: Readonly<Record<string, string>>;
}

/** The metadata service's own answers; credentials where there is none. */
export interface MetadataAnswers {
  readonly token?: Endpoint;
  readonly list?: Endpoint;
  readonly document?: Endpoint;
  readonly region?: Endpoint;
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
  /** What the container's endpoint was authorised with. */
  readonly authorization?: string;
  /** Milliseconds since the first. */
  readonly at?: number;
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

/** Recordings of your own can be named by a variable. */
const FOLDER = pathToFileURL(`${process.env.IRSA_SIM_RECORDINGS ?? fileURLToPath(new URL("../../../../../shared/conformance/sdk-chains", import.meta.url))}/`);

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
