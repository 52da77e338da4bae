import { memberOf, type ObjectNode } from "../../../tree/located-tree.js";
import { unknownText } from "../../../unknown/unknown-text.js";
import { textOf } from "../../text-of.js";

const ACCOUNT = unknownText("AWS::AccountId");

/** What `Ref` gives of a resource: the name of most, the ARN of policies and providers. */
export function nameOf(template: ObjectNode, logicalId: string): string {
  const { type, property } = resourceAt(template, logicalId);
  if (type === "AWS::IAM::ManagedPolicy") return `arn:aws:iam::${ACCOUNT}:policy/${property("ManagedPolicyName") ?? unknownText(logicalId)}`;
  if (type === "AWS::IAM::OIDCProvider") return arnOfProvider(template, logicalId);
  return property("RoleName") ?? property("Name") ?? unknownText(logicalId);
}

/** What `Fn::GetAtt` gives of a resource. */
export function attributeOf(template: ObjectNode, logicalId: string, attribute: string): string {
  const { type, property } = resourceAt(template, logicalId);
  if (type === "AWS::IAM::Role" && attribute === "Arn") return `arn:aws:iam::${ACCOUNT}:role${property("Path") ?? "/"}${nameOf(template, logicalId)}`;
  if (type === "AWS::IAM::OIDCProvider" && attribute === "Arn") return arnOfProvider(template, logicalId);
  return unknownText(`${logicalId}.${attribute}`);
}

function arnOfProvider(template: ObjectNode, logicalId: string): string {
  const url = resourceAt(template, logicalId).property("Url");
  return `arn:aws:iam::${ACCOUNT}:oidc-provider/${url === null ? unknownText(`${logicalId}.Url`) : url.replace("https://", "")}`;
}

/** Properties that are written as texts; the others are not known here. */
function resourceAt(template: ObjectNode, logicalId: string) {
  const resource = memberOf(memberOf(template, "Resources"), logicalId);
  const properties = memberOf(resource, "Properties");
  return { type: textOf(memberOf(resource, "Type")), property: (name: string): string | null => textOf(memberOf(properties, name)) };
}
