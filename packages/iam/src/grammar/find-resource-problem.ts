import type { JsonObject, Partition } from "@irsa-sim/core";
import type { PolicyProblem } from "./policy-problem.js";
import { texts } from "./values.js";

const ARN_PARTS = 6;
const IAM_PATHS = [
  ...["user/", "federated-user/", "role/", "group/", "instance-profile/", "mfa/", "server-certificate/", "policy/", "sms-mfa/"],
  ...["saml-provider/", "oidc-provider/", "report/", "access-report/"],
];

/** The first resource of a statement that is no ARN of this partition, with the text and, where it is plain, what it would be. */
export function findResourceProblem({ Resource: resource, NotResource: notResource }: JsonObject, own: Partition): PolicyProblem | null {
  const element = resource ?? notResource ?? [];
  for (const [index, value] of (texts(element) ?? []).entries()) {
    const problem = value === "*" ? null : findArnProblem(value, own);
    if (problem === null) continue;
    const pointer = `/${resource === undefined ? "NotResource" : "Resource"}${Array.isArray(element) ? `/${index}` : ""}`;
    return typeof problem === "string" ? { message: problem, pointer, value } : { ...problem, pointer, value };
  }
  return null;
}

function findArnProblem(value: string, own: Partition): string | Pick<PolicyProblem, "message" | "expected"> | null {
  const [, partition, ...rest] = value.split(":");
  if (partition === undefined) return `Resource ${value} must be in ARN format or "*".`;
  if (partition !== own && partition !== "*") {
    const whole = [...rest, ...Array<string>(ARN_PARTS).fill("*")].slice(0, Math.max(rest.length, ARN_PARTS - 2)).join(":");
    return { message: `Partition "${partition}" is not valid for resource "arn:${partition}:${whole}".`, expected: ["arn", own, ...rest].join(":") };
  }
  const [vendor = "", region = "", , ...path] = rest;
  // An empty vendor is the older parser's to refuse.
  if (rest.length === 0 || !/^[a-z0-9-]*$/.test(vendor)) return "Resource vendor must be fully qualified and cannot contain regexes.";
  // A variable is no place for one, but that alone is not refused.
  return rest.length < ARN_PARTS - 2 || rest.slice(0, ARN_PARTS - 3).some((part) => part.includes("${"))
    ? null
    : findPathProblem({ vendor, region, path: path.join(":") }, value);
}

/** IAM and S3 have no regions; access points of S3 do. */
function findPathProblem({ vendor, region, path }: { readonly vendor: string; readonly region: string; readonly path: string }, value: string): string | null {
  if (vendor === "iam" && region !== "" && region !== "*") return `IAM resource ${value} cannot contain region information.`;
  if (vendor === "s3" && region !== "" && region !== "*" && !path.startsWith("accesspoint/")) return `Resource ${value} can not contain region information.`;
  if (vendor !== "iam" || IAM_PATHS.some((start) => canStartWith(path, start))) return null;
  return `IAM resource path must either be "*" or start with ${IAM_PATHS.join(", ")}.`;
}

/** Whether a path with wildcards and variables can begin so. */
function canStartWith(path: string, start: string): boolean {
  const plain = /^[^*?$]*/.exec(path)?.[0] ?? "";
  return plain.startsWith(start) || (plain.length < path.length && start.startsWith(plain));
}
