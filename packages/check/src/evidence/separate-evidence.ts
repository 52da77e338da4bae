import type { CheckNotice } from "@irsa-sim/core";
import type { Evidence } from "../check-options.js";
import type { InputFile } from "../input-file.js";
import { isEnvironment, parseEnvironment } from "./parse-environment.js";
import { parseToken } from "./parse-token.js";

/** Files of documents, and what the others show. */
export interface SeparatedFiles {
  readonly files: readonly InputFile[];
  readonly evidence: Evidence;
  readonly notices: readonly CheckNotice[];
}

/** Takes out the files that are no documents but what was seen of a container: a token, or what `env` prints. One of each counts; that of an option before others. */
export function separateEvidence(input: readonly InputFile[], given: Evidence): SeparatedFiles {
  const files: InputFile[] = [];
  const notices: CheckNotice[] = [];
  let evidence = given;
  const passOver = (file: string, what: string): void => {
    notices.push({ file, line: 1, column: 1, message: `passed over: ${what} of one container is looked at, and another was given before` });
  };
  for (const one of input) {
    const token = parseToken(one.file, one.text);
    if (token !== null && evidence.token === null) evidence = { ...evidence, token };
    else if (token !== null) passOver(one.file, "the token");
    else if (!isEnvironment(one.text)) files.push(one);
    else if (evidence.environment === null) evidence = { ...evidence, environment: parseEnvironment(one.text) };
    else passOver(one.file, "the environment");
  }
  return { files, evidence, notices };
}
