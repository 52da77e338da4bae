import type { DeployFlags } from "../deploy-flags.js";
import { type DeploymentInput, serviceHost } from "../deployment-input.js";

/** What to do with what was written, in order. */
export function readMe(input: DeploymentInput, { format }: Pick<DeployFlags, "format">): string {
  const { namespace, image } = input;
  const apply = {
    kustomize: "kubectl apply --kustomize kustomize",
    helm: `helm install irsa-sim helm/irsa-sim --namespace ${namespace} --create-namespace`,
  };
  return `# irsa-sim beside a cluster

Written by \`irsa-sim deploy\`. Here are fresh keys: keep the files ${format === "kustomize" ? "`kustomize/keys.yaml`" : "`helm/irsa-sim/templates/keys.yaml`"} and this folder out of version control. Who has them can be anybody at this simulator, and nobody elsewhere.

1. Make the image, and let the cluster have it (kind: \`kind load docker-image ${image}\`).

   \`\`\`
   docker build --tag ${image} .
   \`\`\`

2. Apply.

   \`\`\`
   ${apply[format]}
   kubectl --namespace ${namespace} rollout status deployment/irsa-sim
   \`\`\`

3. Lead your apps here. One of two:

   - **Endpoint variables.** Current SDKs read them. Apply \`for-apps/endpoints.yaml\` in the namespace of your apps, and give their containers \`envFrom: [{ configMapRef: { name: irsa-sim-endpoints } }]\`. It is plain HTTP within the cluster. For S3 the SDK has to use path-style addresses.
   - **AWS's own names.** For SDKs that read no variable, and for your manifests as they are. Put the lines of \`for-apps/Corefile\` into CoreDNS's ConfigMap (\`kubectl --namespace kube-system edit configmap coredns\`, below \`.:53 {\`). Apply \`for-apps/ca.yaml\` in the namespace of your apps, mount it, and let \`AWS_CA_BUNDLE\` name its \`ca.pem\`. Then every pod of the cluster reaches the simulator under these names, and not AWS.

4. Annotate a service account with a role of the scenario, and start a pod with it. What is refused is told with its cause:

   \`\`\`
   kubectl --namespace ${namespace} logs --follow deployment/irsa-sim
   \`\`\`

The roles are those in the ConfigMap \`irsa-sim-scenario\`; their trust policies have to name the cluster's issuer. Replicas accept each other's sessions; objects in S3 are each replica's own.

Without a cluster's help you can see whether it works from a pod: \`curl http://${serviceHost(input)}:4572/\` is answered with 302.
`;
}
