import { listNames } from "../problems/list-names.js";
import { describeNode } from "../tree/describe-node.js";
import { identifyKubernetesObject } from "./identify-kubernetes-object.js";
import type { RecognisedDocument } from "./recognised-document.js";

/** Documents in the words of a fault, such as "a ServiceAccount and 2 more". */
export function describeDocuments([first, ...others]: readonly RecognisedDocument[]): string {
  if (first === undefined) return "nothing";
  return `${describe(first)}${others.length === 0 ? "" : ` and ${others.length} more`}`;
}

function describe(document: RecognisedDocument): string {
  switch (document.kind) {
    case "kubernetes-object":
      return `a Kubernetes object of kind ${identifyKubernetesObject(document.node)?.kind ?? "unknown"}`;
    case "policy":
      return "a policy document";
    case "role":
      return document.name === null ? "a role" : `the role ${document.name}`;
    case "managed-policy":
      return `the managed policy ${document.arn}${document.node === null ? ", without what it allows" : ""}`;
    case "attached-policies":
      return "a list of attached policies";
    case "oidc-provider":
      return "an OIDC provider";
    case "oidc-provider-arns":
      return "a list of OIDC providers by ARN, without their client ids";
    case "cluster":
      return "an EKS cluster";
    case "caller-identity":
      return "an identity of AWS";
    case "web-identity-call":
      return "a call that CloudTrail recorded";
    case "unknown":
      return document.node.kind === "object" ? `an object with ${listNames([...document.node.members.keys()])}` : describeNode(document.node);
  }
}
