import type { Evidence } from "@irsa-sim/check";
import { InputFileError } from "../files/input-file-error.js";
import { readInput } from "../files/read-input.js";
import { UsageError } from "../usage-error.js";
import type { CheckFlags } from "./check-flags.js";

/**
 * What was seen of a running container: its token, its variables, the error that it met. Nothing of a secret is kept.
 *
 * @throws {UsageError} when there is no such file
 * @throws {InputFileError} for a token that is no JWT
 */
export function parseEvidence({ token, envFile, error }: Pick<CheckFlags, "token" | "envFile" | "error">): Evidence {
  return {
    token: token === undefined ? null : readToken(token),
    environment: envFile === undefined ? null : readEnvironment(envFile),
    error: error ?? null,
  };
}

function readToken(path: string): NonNullable<Evidence["token"]> {
  const [, payload = null] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(read(path).trim()) ?? [];
  const claims = payload === null ? null : claimsIn(payload);
  if (claims === null)
    throw new InputFileError({ path, expected: "a token as a container reads it: three parts with dots between them", actual: "another text" });
  return { file: path, issuer: typeof claims.iss === "string" ? claims.iss : null, subject: typeof claims.sub === "string" ? claims.sub : null };
}

function claimsIn(payload: string): Record<string, unknown> | null {
  try {
    return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** `NAME=VALUE` a line, as `env` prints it; a line without a name goes on with the value before. */
function readEnvironment(path: string): ReadonlyMap<string, string> {
  const pairs = read(path)
    .split("\n")
    .flatMap((line): [string, string][] => {
      const [, name, value = ""] = /^(?:export )?([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value]];
    });
  return new Map(pairs);
}

function read(path: string): string {
  const text = readInput(path);
  if (text === null) throw new UsageError(`there is no file ${path}`);
  return text;
}
