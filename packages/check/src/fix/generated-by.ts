import type { Json, JsonObject } from "@irsa-sim/core";
import { changesOfStack } from "./source/changes-of-stack.js";
import { changesOfState } from "./source/changes-of-state.js";
import type { SourceChange } from "./source/source-change.js";

/** A file that a tool writes from something else: changing it changes nothing, or harms. */
export interface Generated {
  readonly tool: "Terraform" | "the AWS CDK" | "CDK for Terraform";
  /** What its source says otherwise, such as `aws_iam_role.orders`; in order, each once. */
  readonly addresses: readonly string[];
  /** What has to stand there. */
  readonly changes: readonly SourceChange[];
}

/**
 * Whether a mended file is what a tool prints or keeps (`terraform show -json`, a state, `cdk synth`): the change belongs into its source.
 *
 * @returns `null` for a file that somebody writes
 */
export function generatedBy(before: string, after: string): Generated | null {
  if (!/^\s*\{/.test(before)) return null;
  const [was, is] = [before, after].map((text) => parsed(text));
  if (was === undefined || is === undefined || was === null || is === null) return null;
  const tool = toolOf(was);
  if (tool === null) return null;
  const changes = tool === "Terraform" ? changesOfState(was, is) : changesOfStack(was, is);
  return { tool, addresses: [...new Set(changes.map(({ address }) => address))], changes };
}

/** `null` for YAML between braces. */
function parsed(text: string): JsonObject | null {
  try {
    return JSON.parse(text) as JsonObject;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const BOOTSTRAP = /\/cdk-bootstrap\//;

function toolOf(file: JsonObject): Generated["tool"] | null {
  if (typeof file.terraform_version === "string") return "Terraform";
  const resources = Object.values(objectIn(file.Resources));
  const bootstrap = objectIn(objectIn(file.Parameters).BootstrapVersion).Default;
  if (resources.some((resource) => "aws:cdk:path" in objectIn(objectIn(resource).Metadata)) || (typeof bootstrap === "string" && BOOTSTRAP.test(bootstrap)))
    return "the AWS CDK";
  return "stackName" in objectIn(objectIn(file["//"]).metadata) ? "CDK for Terraform" : null;
}

/** An object, or an empty one in the place of anything else. */
function objectIn(value: Json | undefined): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
