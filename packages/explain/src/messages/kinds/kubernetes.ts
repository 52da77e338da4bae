import type { MessageKind } from "../message-kind.js";

/** What the kubelet, the API server and controllers say before there is an app. */
export const KUBERNETES: readonly MessageKind[] = [
  {
    id: "webhook-not-asked",
    says: "the API server could not ask the pod identity webhook; with failurePolicy Ignore the pod is stored as it was",
    forms: [/pod-identity-webhook|iam-for-pods/, /failed calling webhook|failed to call webhook/],
    causes: ["webhook-absent-fail-open"],
  },
  {
    id: "another-webhook",
    isFar: true,
    says: "the API server could not ask a webhook; it is not the one of IRSA by its name, unless you named it so",
    forms: [/failed calling webhook|failed to call webhook/],
    causes: ["admission-refused", "webhook-absent-fail-open"],
  },
  {
    id: "account-not-there",
    says: "the pod names a service account that is not in its namespace",
    forms: [/error looking up service account|serviceaccounts? (\S+ )?(\S+ )?not found|failed to fetch token serviceaccounts \S+ not found/],
    causes: ["service-account-missing"],
  },
  {
    id: "namespace-ends",
    says: "the namespace is being deleted; the kubelet gets no more tokens for its pods",
    forms: [/failed to fetch token|serviceaccounts/, /is being terminated/],
    causes: ["container-not-running"],
  },
  {
    id: "node-not-known-yet",
    says: "the API server does not know yet that the pod is on this node; it passes by itself, unless the node's rights were changed",
    forms: [/failed to fetch token/, /no relationship found between node|cannot create resource serviceaccounts/],
    causes: ["kubernetes-rights-missing", "container-not-running"],
  },
  {
    id: "token-request-off",
    says: "this API server issues no projected tokens: it is too old, or runs without --service-account-issuer and --service-account-signing-key-file",
    forms: [/failed to fetch token/, /could not find the requested resource|does not have tokenrequest endpoints/],
    causes: ["self-hosted-issuer-wrong", "container-not-running"],
  },
  {
    id: "token-not-mounted",
    isFar: true,
    says: "the kubelet got no token for the pod, so its containers wait",
    forms: [/failed to fetch token|mountvolume.setup failed for volume aws-iam-token|unmounted volumes (=|)?.{0,60}aws-iam-token/],
    causes: ["container-not-running", "service-account-missing"],
  },
  {
    id: "image-pull",
    says: "the kubelet pulls images with the node's role; the pod's role has nothing to do with it",
    forms: [/\becr\b|ecr:batchgetimage|\.dkr\./, /pull|batchgetimage|errimagepull/],
    causes: ["ecr-pull-expectation"],
  },
];
