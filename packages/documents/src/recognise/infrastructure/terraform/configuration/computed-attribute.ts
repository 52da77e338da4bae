import { type LocatedNode, memberOf } from "../../../../tree/located-tree.js";
import { unknownText } from "../../../../unknown/unknown-text.js";
import { textOf } from "../../../text-of.js";

const ACCOUNT = unknownText("account");

/** A block as it is evaluated. */
export interface EvaluatedBlock {
  readonly type: string;
  readonly name: string;
  readonly values: LocatedNode;
}

/** An attribute that AWS gives to a resource, as far as follows from its arguments; `null` for any other. */
export function computedAttribute({ type, name, values }: EvaluatedBlock, attribute: string): string | null {
  const address = `${type}.${name}`;
  const said = (member: string): string => textOf(memberOf(values, member)) ?? unknownText(`${address}.${member}`);
  const path = textOf(memberOf(values, "path")) ?? "/";
  switch (`${type}.${attribute}`) {
    case "aws_iam_role.arn":
      return `arn:aws:iam::${ACCOUNT}:role${path}${said("name")}`;
    case "aws_iam_policy.arn":
    case "aws_iam_policy.id":
      return `arn:aws:iam::${ACCOUNT}:policy${path}${said("name")}`;
    case "aws_iam_role.id":
    case "aws_iam_role.name":
      return said("name");
    case "aws_iam_openid_connect_provider.arn":
    case "aws_iam_openid_connect_provider.id":
      return `arn:aws:iam::${ACCOUNT}:oidc-provider/${said("url").replace("https://", "")}`;
    case "aws_eks_cluster.identity.0.oidc.0.issuer":
    case "aws_eks_cluster.identity.oidc.issuer":
      return `https://${unknownText(`issuer of ${address}`)}`;
    default:
      return null;
  }
}
