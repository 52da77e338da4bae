import type { MessageKind } from "../message-kind.js";

/** EKS Pod Identity, which is set up beside IRSA or in its place: what its services answer. */
export const POD_IDENTITY_ANSWERS: readonly MessageKind[] = [
  {
    id: "pod-identity-no-association",
    says: "EKS Pod Identity is used, and knows no association for the pod's service account",
    forms: [/no pod identity association found/],
    causes: ["pod-identity-no-association"],
  },
  {
    id: "pod-identity-not-trusted",
    says: "EKS Pod Identity is used, and the associated role does not trust it",
    forms: [/eks does not have permissions to assume the associated role/],
    causes: ["pod-identity-role-not-trusting", "tag-session-not-allowed"],
  },
  {
    id: "pod-identity-node",
    says: "the node's role may not ask EKS Auth for pods' credentials",
    forms: [/-of-node\}.{0,20} is not authorized to perform/, /credentials endpoint|fault client|eks.?auth|container metadata|assumeroleforpodidentity/],
    causes: ["pod-identity-node-may-not-ask"],
  },
  {
    id: "pod-identity-token",
    says: "EKS Pod Identity is used, and does not take the token",
    forms: [/token included in the request is (expired|invalid)/, /container|credentials endpoint|fault client|pod.identity|eks.?auth/],
    causes: ["pod-identity-token-refused", "token-not-refreshed"],
  },
];

/** The agent is not asked, or says nothing that helps. */
export const POD_IDENTITY_AGENT: readonly MessageKind[] = [
  {
    id: "pod-identity-address",
    says: "this release of the SDK takes no container endpoint but the machine's own: it is older than EKS Pod Identity",
    forms: [
      /uri did not refer to the loopback|not (a )?valid host.{0,60}container|\{container-endpoint\}.{0,60}(is )?not (an )?(allowed|loopback|https)|unsupported host.{0,60}\{container-endpoint\}/,
    ],
    causes: ["setting-not-understood"],
  },
  {
    id: "pod-identity-agent",
    says: "EKS Pod Identity is used, and its agent on the node did not answer, or not in time",
    forms: [
      /\{container-endpoint\}|container metadata|container.?credentials|pod identity agent|assumeroleforpodidentity/,
      /time.?d? ?out|etimedout|deadline exceeded|refused|econnrefused|unreachable|context canceled|could not connect|connection (error|reset)/,
    ],
    causes: ["pod-identity-agent-missing", "pod-identity-and-irsa-mixed"],
  },
  {
    id: "pod-identity-refused",
    isFar: true,
    says: "the container's credentials endpoint (EKS Pod Identity, or ECS) refused",
    forms: [
      /non-success status from http credential provider|container metadata.{0,40}non \{n\} response|the credentials endpoint answered|received non \{n\} response \{n\} from container/,
    ],
    causes: ["pod-identity-no-association", "pod-identity-token-refused", "pod-identity-role-not-trusting"],
  },
];
