/** Who acts or answers: the lanes of the flow's diagram. `controller` is whoever keeps pods by a template, such as an operator; `node` is the worker node's own metadata service and `pod-identity-agent` that of EKS Pod Identity on it; `aws` is any other service. */
export type Actor =
  | "developer"
  | "iam"
  | "oidc-issuer"
  | "api-server"
  | "webhook"
  | "kubelet"
  | "tokens-controller"
  | "controller"
  | "sdk"
  | "node"
  | "pod-identity-agent"
  | "sts"
  | "s3"
  | "aws"
  | "simulator";
