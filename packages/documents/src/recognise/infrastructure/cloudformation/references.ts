/** What `Ref` and `Fn::GetAtt` give of the resources of a template, as far as follows from their properties. */
import { type LocatedNode, memberOf, type ObjectNode } from "../../../tree/located-tree.js";
import { unknownText } from "../../../unknown/unknown-text.js";
import { textOf } from "../../text-of.js";

/** No name and no ARN is as long; what refers to itself over others would grow without end. */
const MAX_CHARACTERS = 4096;

const ACCOUNT = unknownText("AWS::AccountId");

/** Looks resources of one template up by their logical ids. */
export interface References {
  /** What `Ref` gives of a resource: the name of most, the ARN of policies and providers. */
  nameOf(logicalId: string): string;
  /** What `Fn::GetAtt` gives of a resource. */
  attributeOf(logicalId: string, attribute: string): string;
}

/**
 * Creates the references of a template. Each is looked up once, so that what refers to itself comes to an unknown and what is referred to often costs no more.
 *
 * @param evaluate evaluates intrinsic functions in properties
 */
export function createReferences(template: ObjectNode, evaluate: (node: LocatedNode) => LocatedNode): References {
  const known = new Map<string, string>();
  const once = (name: string, find: () => string): string => {
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, unknownText(name));
    const written = find();
    const text = written.length > MAX_CHARACTERS ? unknownText(name) : written;
    known.set(name, text);
    return text;
  };
  const resourceAt = (logicalId: string) => {
    const resource = memberOf(memberOf(template, "Resources"), logicalId);
    const properties = memberOf(resource, "Properties");
    const property = (name: string): string | null => {
      const written = memberOf(properties, name);
      return written === null ? null : textOf(evaluate(written));
    };
    return { type: textOf(memberOf(resource, "Type")) ?? "", property };
  };
  const providerArn = (logicalId: string): string => {
    const url = resourceAt(logicalId).property("Url");
    return `arn:aws:iam::${ACCOUNT}:oidc-provider/${url === null ? unknownText(`${logicalId}.Url`) : url.replace("https://", "")}`;
  };
  const nameOf = (logicalId: string): string =>
    once(logicalId, () => {
      const { type, property } = resourceAt(logicalId);
      if (type === "AWS::IAM::ManagedPolicy")
        return `arn:aws:iam::${ACCOUNT}:policy${property("Path") ?? "/"}${property("ManagedPolicyName") ?? unknownText(logicalId)}`;
      if (isProvider(type)) return providerArn(logicalId);
      return property("RoleName") ?? property("Name") ?? unknownText(logicalId);
    });
  const attributeOf = (logicalId: string, attribute: string): string =>
    once(`${logicalId}.${attribute}`, () => {
      const { type, property } = resourceAt(logicalId);
      if (type === "AWS::IAM::Role" && attribute === "Arn") return `arn:aws:iam::${ACCOUNT}:role${property("Path") ?? "/"}${nameOf(logicalId)}`;
      if (isProvider(type) && attribute === "Arn") return providerArn(logicalId);
      if (type === "AWS::IAM::ManagedPolicy" && attribute === "PolicyArn") return nameOf(logicalId);
      if (isCluster(type) && attribute === "OpenIdConnectIssuerUrl") return issuerOf(logicalId);
      return unknownText(`${logicalId}.${attribute}`);
    });
  return { nameOf, attributeOf };
}

/** The issuer of a cluster of the template, with its scheme. */
export function issuerOf(logicalId: string): string {
  return `https://${unknownText(`${logicalId}.OpenIdConnectIssuerUrl`)}`;
}

function isProvider(type: string): boolean {
  return type === "AWS::IAM::OIDCProvider" || type === "Custom::AWSCDKOpenIdConnectProvider";
}

function isCluster(type: string): boolean {
  return type === "AWS::EKS::Cluster" || type === "Custom::AWSCDK-EKS-Cluster";
}
