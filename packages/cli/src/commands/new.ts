import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { cleanLine, shellWord } from "@irsa-sim/trace-views";
import { EXIT } from "../exit-codes.js";
import { makeFolders } from "../files/make-folders.js";
import { writeTo } from "../files/write-to.js";
import { print } from "../terminal/print.js";
import { UsageError } from "../usage-error.js";
import { editorSchemaText } from "./editor-schema-text.js";

/** A start that runs as it is: the difference to `basic` is commented. */
const scenarioYaml = (title: string): string => `# What is not said here comes from the scenario "basic"; see it with: irsa-sim run basic.
# Editors complete and check this file with scenario.schema.json beside it; a later version writes it anew with: irsa-sim schema > scenario.schema.json
# yaml-language-server: $schema=./scenario.schema.json
title: ${JSON.stringify(title)}
tags: [mine]
base: basic

# The one difference: an address, and the value that is merged in there; null takes away.
patch:
  aws.roles[my-pod-role].trustPolicy.Statement[0].Condition.StringEquals:
    "\${issuer}:sub": system:serviceaccount:prod:my-service-account

# Files of your own go beside this one and take the place of basic's:
#   service-account.yaml, pod.yaml                as kubectl takes them
#   trust-policy.json                             a policy, or the output of: aws iam get-role
#   aws: { oidcProviders: [provider.json] }       the output of: aws iam get-open-id-connect-provider

# How it must come out; irsa-sim test compares each line.
expect:
  outcome: refused
  step: 7
  error: { code: AccessDenied, status: 403 }
  cause: trust-sub-mismatch

# What helps; irsa-sim test plays the scenario with it too, and then it must succeed.
fix:
  patch:
    aws.roles[my-pod-role].trustPolicy.Statement[0].Condition.StringEquals:
      "\${issuer}:sub": system:serviceaccount:default:my-service-account
`;

/**
 * `irsa-sim new`: writes a scenario to begin with, and the schema with which editors check it.
 *
 * @throws {UsageError} when the folder holds something already
 * @throws {PathError} when it cannot be written to
 */
export function create(folder: string): number {
  const path = resolve(folder);
  const scenario = join(path, "scenario.yaml");
  writeTo(folder, () => {
    if (existsSync(path) && readdirSync(path).length > 0) throw new UsageError(`${folder} is not empty; nothing was written`);
    makeFolders(path);
    writeFileSync(join(path, "scenario.schema.json"), editorSchemaText());
    writeFileSync(scenario, scenarioYaml(cleanLine(basename(path))));
  });
  print(`${join(folder, "scenario.yaml")} written; now: irsa-sim test ${shellWord(folder)}\n`);
  return EXIT.asExpected;
}
