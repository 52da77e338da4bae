import type { MessageKind } from "../message-kind.js";

/** The pod got nothing from the webhook, or the app does not look there. */
const NOTHING = [
  "annotation-absent-or-misplaced",
  "sdk-without-web-identity",
  "pod-older-than-annotation",
  "explicit-provider-bypass",
  "pod-uses-other-sa",
  "webhook-absent-fail-open",
  "fargate-no-fallback",
  "sts-module-missing",
  "java-chain-swallows-error",
];

/** No provider had credentials; or an old friend of IRSA answers. */
export const NOTHING_FOUND: readonly MessageKind[] = [
  {
    id: "kube2iam",
    says: "an agent of kiam or kube2iam answers in the place of instance metadata",
    forms: [/pod with specifi\w+ ip not found|\bkiam\b|kube2iam|meta-data iam security-credentials.{0,20} status \{n\}|error fetching credentials rpc error/],
    causes: ["kiam-kube2iam-leftover"],
  },
  {
    id: "metadata-region",
    says: "the program asks instance metadata for its region or its machine, and does not reach it",
    forms: [
      /\{imds\}|ec2metadata|ec2 metadata|ec2imds/,
      /identity document|introspect region|placement|metadata is not available|availability zone|instance id|get region/,
    ],
    causes: ["imds-coupling"],
  },
  {
    id: "own-list",
    isFar: true,
    says: "the program's own list of providers has no web identity",
    forms: [/no aws credentials (provided by|in the hadoop)|noawscredentials|noauthwithaws/],
    without: [/no aws credentials provided by (\w+ )*webidentity/],
    causes: ["explicit-provider-bypass", "sdk-without-web-identity"],
  },
  {
    id: "variables-not-set",
    isFar: true,
    says: "the variables that the webhook sets are not there, or one of them is not",
    forms: [
      /(environment variable )?aws_(web_identity_token_file|role_arn)\b.{0,80}(must be set|not set|not specified|is not configured)|no rolearn or webidentitytokenfile|web identity configuration not specified|token file path is not set/,
    ],
    causes: ["annotation-absent-or-misplaced", "pod-older-than-annotation", "pod-uses-other-sa", "webhook-absent-fail-open", "half-defined-env"],
  },
  {
    id: "no-credentials",
    isFar: true,
    says: "the SDK asked all its providers, and none had credentials",
    forms: [
      /nocredentialproviders|no valid providers in chain|unable to locate credentials|nocredentialserror|could not load credentials from any|missing credentials in config|unable to load (aws )?credentials|no valid (aws )?credentials? ?(sources?)? ?(for terraform aws provider )?found|couldn?t find aws credentials|failed creating aws credentials|could not find credentials|did not provide credentials|provider returned no credentials|missingcredentials|unable to sign request without credentials|could not get credentials from any|no credentials (were )?(loaded|found)|credentialsnotloaded|credentialsprovidererror|unable to find credentials|no aws credentials provided by|authcredentialsprovider .{0,80}could not (load|source)|failed to source credentials/,
    ],
    causes: NOTHING,
  },
  {
    id: "metadata-credentials",
    isFar: true,
    says: "the SDK came to instance metadata, its last resort, and got nothing there: whatever stands before it in the chain had no credentials",
    forms: [
      /imds role found|instance profile metadata|ec2imds|failed to load credentials from imds|ec2metadatarequesterror|unable to load credentials from service endpoint|get iam security credentials from ec2|meta-data iam security-credentials|ec2resourcefetcher|connect to ec2 instance metadata|ec2 metadata|\{imds\}.{0,80}(not found|http \{n\}|time.?d? ?out|refused|deadline)|http \{n\} from \{imds\}/,
    ],
    causes: NOTHING,
  },
];
