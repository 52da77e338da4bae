/** What differs from one report of an error to the next: each kind becomes one word, in this order, so that what stands in something larger is not taken for itself. */

/** A kind of value, and the word for it. */
type Placeholder = readonly [form: RegExp, word: string | ((found: string) => string)];

const PLACEHOLDERS: readonly Placeholder[] = [
  [/<[a-z][\w -]*>/gi, "0"],
  [/(?<=\bperform:?\s{1,40})(?!sts:)[a-z][\w-]*:\w+/gi, actionWord],
  [/(?<=\ballows\s{1,40}the\s{1,40})(?!sts:)[a-z][\w-]*:\w+(?=\s{1,40}action)/gi, actionWord],
  [/(?<=\bon\s{1,40}resource:?\s{1,40})(?!["'\\]*arn:aws)["']?[\w*][^\s"']{0,300}["']?/gi, " {arn} "],
  [/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, " {token} "],
  [/arn:aws[\w-]*:[^\s"'`,;()[\]{}]+/g, arnWord],
  [/https:\/\/oidc\.eks\.[\w.-]+\/id\/[\w*]+/gi, (found) => ` {issuer} ${partitionWord(found)}`],
  [/\boidc\.eks\.[\w.-]+\/id\/[\w*]+/gi, (found) => ` {issuer} ${partitionWord(found)}`],
  [/\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}[.,\d]*(?:Z|[+-]\d{2}:?\d{2})?/g, " "],
  [/\b(?:https?:\/\/)?sts(?:-fips)?\.(?:[\w-]+\.)?amazonaws\.com(?:\.cn)?(?::\d+)?\/?/gi, " {sts} "],
  [/\b(?:https?:\/\/)?169\.254\.169\.254(?::\d+)?[^\s"',]*/g, " {imds} "],
  [/\b(?:https?:\/\/)?169\.254\.170\.\d+(?::\d+)?[^\s"',]*/g, " {container-endpoint} "],
  [/\b(?:https?:\/\/)?kubernetes\.default[\w.-]*(?::\d+)?[^\s"',]*/g, " {api-server} "],
  [/\bhttps?:\/\/[^\s"'<>,;)]+/g, " {url} "],
  [/[\w/.-]{0,100}secrets\/eks\.amazonaws\.com\/serviceaccount\/token/g, " {eks-token} "],
  [/[\w/.-]{0,100}secrets\/kubernetes\.io\/serviceaccount\/token/g, " {api-token} "],
  [/\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi, " {id} "],
  [/\b(?:AKIA|ASIA|AROA|AIDA)[A-Z\d]{8,}\b/g, " {id} "],
  [/\b(?:us|eu|ap|sa|ca|me|af|il|cn|mx)(?:-gov)?-[a-z]+-\d\b/g, " {region} "],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, " {ip} "],
  [/(?<![\w:])(?:[A-Za-z]:)?(?:[\\/][\w.@-]+){2,}/g, " {path} "],
  [/\b(?=[a-f]{0,64}\d)[\da-f]{16,256}\b/gi, " {id} "],
  [/\b\d+(?:\.\d+)?(?:ms|s|m|h)?\b/g, " {n} "],
];

/** A text with every value that differs by chance replaced by a word for its kind. */
export function withPlaceholders(text: string): string {
  return PLACEHOLDERS.reduce((before, [form, word]) => before.replaceAll(form, (found) => (typeof word === "string" ? word : word(found))), text);
}

/** Which action was refused says nothing, but for two that nobody asked for: that of a key, which something is encrypted with, and the list that tells an object that is not there from one that is hidden. */
function actionWord(found: string): string {
  const action = found.toLowerCase();
  return action.startsWith("kms:") ? " {kms-action} " : action === "s3:listbucket" ? " {list-bucket-action} " : " {action} ";
}

/** Names that people give the roles of nodes. */
const NODE_NAME = /node-?(instance|group)|nodes?-?role|eks-?nodes?\b|instance-?profile/i;

/** What an ARN names is part of the message: the node's role has its instance as its session, and an account of another partition has other services. */
function arnWord(found: string): string {
  const [, kind = ""] = /(?:^|[:/]|(?<=\w))(assumed-role|oidc-provider|role|user|policy|saml-provider)[:/]/.exec(found) ?? [];
  const [, , service = ""] = found.split(":");
  const isIdentity = service === "sts" || service === "iam";
  const isNode = (kind === "assumed-role" && /\/i-\w+\W*$/.test(found)) || (kind === "role" && NODE_NAME.test(found));
  const name = isIdentity && kind !== "" ? `arn-${service}-${kind}` : isIdentity ? `arn-${service}` : "arn";
  return ` {${name}${isNode ? "-of-node" : ""}} ${partitionWord(found)}`;
}

function partitionWord(found: string): string {
  if (/arn:aws-cn:|amazonaws\.com\.cn/.test(found)) return "{china} ";
  return /arn:aws-us-gov:|us-gov-/.test(found) ? "{govcloud} " : "";
}
