import type { MessageKind } from "../message-kind.js";

/** While roles, policies and providers are made. */
export const SET_UP: readonly MessageKind[] = [
  {
    id: "eksctl",
    says: "eksctl did nothing, since its own records say that all is done",
    forms: [/iamserviceaccount.{0,80}(excluded|no tasks)/],
    causes: ["eksctl-no-tasks"],
  },
  {
    id: "trust-policy-size",
    says: "the trust policy is longer than a role may have",
    forms: [/aclsizeperrole/],
    causes: ["trust-policy-quota"],
  },
  {
    id: "provider-quota",
    says: "the account has as many OIDC providers as it may have",
    forms: [/limitexceeded/, /open ?id|oidc/],
    causes: ["oidc-provider-quota"],
  },
  {
    id: "principal",
    says: "IAM does not store the trust policy: its principal is not there, or not written as one",
    forms: [/invalid principal in policy/],
    causes: ["federated-principal-malformed", "policy-not-stored", "iam-propagation-delay"],
  },
  {
    id: "policy-form",
    isFar: true,
    says: "IAM does not store the policy as it is written",
    forms: [/malformedpolicydocument|malformed policy|syntax errors in policy/],
    causes: ["policy-not-stored"],
  },
];
