import type { MessageKind } from "../message-kind.js";

/** The pod has no identity of its own, since it calls as its node; why is not in such a message. */
const NODE = [
  "annotation-absent-or-misplaced",
  "sdk-without-web-identity",
  "pod-older-than-annotation",
  "webhook-absent-fail-open",
  "pod-uses-other-sa",
  "fallback-hides-failure",
  "sts-module-missing",
];

/** Kinds of policies, as IAM names them at the end of its refusals. */
const POLICIES: Readonly<Record<string, { readonly causes: readonly string[]; readonly name: string }>> = {
  "resource-based": { name: "the resource's own policy", causes: ["resource-side-deny"] },
  "service control": { name: "a service control policy of the organization", causes: ["guardrail-denies-call"] },
  "resource control": { name: "a resource control policy of the organization", causes: ["guardrail-denies-call"] },
  session: { name: "the policy that the session was narrowed with", causes: ["session-policy-gap"] },
  "vpc endpoint": { name: "the policy of the VPC endpoint", causes: ["endpoint-policy-gap"] },
};

/** A service knows who calls, and does not let him. */
export const DENIALS: readonly MessageKind[] = [
  {
    id: "boundary",
    says: "the role's permissions boundary does not let the call through",
    forms: [/(no permissions boundary allows|explicit deny in a permissions boundary)/],
    causes: ["permissions-boundary-gap"],
  },
  ...Object.entries(POLICIES).map(
    ([type, { name, causes }]): MessageKind => ({
      id: `denied-by-${type.replaceAll(" ", "-")}`,
      says: `${name} does not let the call through`,
      forms: [new RegExp(`(no ${type} policy allows|explicit deny in an? ${type} policy|denied by an? ${type} policy)`)],
      causes,
    }),
  ),
  {
    id: "deny-in-own-policy",
    isFar: true,
    says: "a policy of the role itself forbids the call",
    forms: [/explicit deny in an identity-based policy|with an explicit deny/],
    causes: ["guardrail-denies-call", "resource-side-deny"],
  },
  {
    id: "kms",
    says: "the key that the object or secret is encrypted with is not open to the caller",
    forms: [
      /access to kms is not allowed|ciphertext refers to a (customer master )?key|not authorized to perform \{kms-action\} on resource.{0,40}(ciphertext|because)|kms.{0,20}accessdenied.{0,30}ciphertext/,
    ],
    without: [/-of-node\}/],
    causes: ["resource-side-deny", "identity-policy-gap"],
  },
  {
    id: "object-hidden",
    says: "the object is not there, and the caller may not list the bucket, so S3 says no in place of not found",
    forms: [/(getobject|headobject|get object).{0,300}\{list-bucket-action\}/],
    without: [/-of-node\}/],
    causes: ["object-missing", "identity-policy-gap"],
  },
  {
    id: "node-denied",
    says: "the node's role was refused: the pod called without an identity of its own",
    forms: [/-of-node\}/, /not authorized to perform|no permissions for|unauthorized|access ?denied|forbidden/],
    causes: NODE,
  },
  {
    id: "user-denied",
    says: "an IAM user was refused: somebody's access key is used, not the pod's role",
    forms: [/\{arn-iam-user\}.{0,20} is not authorized to perform/],
    causes: ["static-keys-shadow-irsa"],
  },
  {
    id: "list-denied",
    says: "the pod has a role (IRSA worked), and the role may not list the bucket",
    forms: [/\{arn-sts-assumed-role\}.{0,20} is not authorized to perform \{list-bucket-action\}/],
    causes: ["identity-policy-gap", "object-missing"],
  },
  {
    id: "role-denied",
    says: "the pod has a role (IRSA worked), and the role may not do this",
    forms: [/\{arn-sts-assumed-role\}.{0,20} is not authorized to perform/],
    causes: ["identity-policy-gap"],
  },
  {
    id: "somebody-denied",
    isFar: true,
    says: "somebody may not do this; the message does not say who, so find out with: aws sts get-caller-identity",
    forms: [/is not authorized to perform( \{[a-z-]*action\}| \S+:\S+)/],
    causes: ["identity-policy-gap", ...NODE],
  },
  {
    id: "ec2-denied",
    says: "EC2 refused and says who and why only in the encoded message: aws sts decode-authorization-message --encoded-message TEXT",
    forms: [/you are not authorized to perform this operation|encoded authorization failure message/],
    causes: ["identity-policy-gap", "annotation-absent-or-misplaced", "pod-older-than-annotation"],
  },
];
