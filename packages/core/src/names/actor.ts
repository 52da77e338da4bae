/** Who acts or answers: the lanes of the flow's diagram. `node` is the worker node's own metadata service. */
export type Actor =
  | "developer"
  | "iam"
  | "oidc-issuer"
  | "api-server"
  | "webhook"
  | "kubelet"
  | "tokens-controller"
  | "sdk"
  | "node"
  | "sts"
  | "s3"
  | "simulator";
