import { type Evidence, parseEnvironment, parseToken } from "@irsa-sim/check";
import { InputFileError } from "../files/input-file-error.js";
import { readText } from "../files/read-text.js";
import type { CheckFlags } from "./check-flags.js";

/**
 * What was seen of a running container: its token, its variables, the error that it met. Nothing of a secret is kept.
 *
 * @throws {UsageError} when there is no such file; `-` is standard input
 * @throws {InputFileError} for a token that is no JWT
 */
export function parseEvidence({ token, envFile, error }: Pick<CheckFlags, "token" | "envFile" | "error">): Evidence {
  return {
    token: token === undefined ? null : readToken(token),
    environment: envFile === undefined ? null : parseEnvironment(readText(envFile, "an environment")),
    error: error ?? null,
  };
}

function readToken(path: string): NonNullable<Evidence["token"]> {
  const token = parseToken(path === "-" ? "standard input" : path, readText(path, "a token"));
  if (token === null)
    throw new InputFileError({ path, expected: "a token as a container reads it: three parts with dots between them", actual: "another text" });
  return token;
}
