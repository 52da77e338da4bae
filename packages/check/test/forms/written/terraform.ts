/** What Terraform shows of a world: its cluster, provider, roles and service accounts. */
import { type Form, json, yaml } from "../form.js";
import { ROLE_ARN, roleArnOf, type World } from "../world.js";
import { workloads } from "./manifests.js";

export const TERRAFORM: readonly Form[] = [
  { name: "a state of Terraform", write: (world) => [yaml("app.yaml", workloads(world)), json("state.json", shown(world, { isApplied: true }))] },
  { name: "a plan of Terraform", write: (world) => [yaml("app.yaml", workloads(world)), json("plan.json", shown(world, { isApplied: false }))] },
];

/** A plan knows no ARN of what is yet to be made, leaves out what refers to one, and says by its address what that is. */
function shown(world: World, { isApplied }: { readonly isApplied: boolean }) {
  const resource = (address: string, values: unknown) => ({ address, mode: "managed", type: address.split(".")[0], name: address.split(".")[1], values });
  const root_module = {
    resources: [
      resource("aws_eks_cluster.this", {
        name: "prod",
        version: world.version,
        arn: `arn:aws:eks:${world.region}:${world.account}:cluster/prod`,
        identity: [{ oidc: [{ issuer: `https://${world.issuer}` }] }],
      }),
      ...world.identities.map(({ namespace, serviceAccount: { name, annotations } }, index) => {
        const { [ROLE_ARN]: role, ...others } = annotations;
        const isReference = !isApplied && refers(world, index);
        const known = isReference || role === undefined ? others : annotations;
        const isAnnotated = isReference || Object.keys(known).length > 0;
        return resource(`kubernetes_service_account.app_${index}`, { metadata: [{ name, namespace, ...(isAnnotated ? { annotations: known } : {}) }] });
      }),
      resource("aws_s3_bucket.other", { bucket: "other" }),
      resource("aws_iam_openid_connect_provider.this", { url: `https://${world.providerUrl}`, client_id_list: world.clientIds, thumbprint_list: [] }),
      ...world.identities.map((identity, index) =>
        resource(`aws_iam_role.pod_${index}`, {
          name: identity.role.name,
          path: identity.role.path,
          assume_role_policy: JSON.stringify(identity.role.trust),
          permissions_boundary: "",
          ...(isApplied ? { arn: roleArnOf(world, identity) } : {}),
        }),
      ),
    ],
  };
  if (isApplied) return { format_version: "1.0", terraform_version: "1.9.0", values: { root_module } };
  const resources = world.identities.map(({ serviceAccount: { name, annotations } }, index) => {
    const references = { references: [`aws_iam_role.pod_${index}.arn`, `aws_iam_role.pod_${index}`] };
    const written = refers(world, index) ? references : { constant_value: annotations };
    return { address: `kubernetes_service_account.app_${index}`, expressions: { metadata: [{ name: { constant_value: name }, annotations: written }] } };
  });
  return { format_version: "1.2", terraform_version: "1.9.0", planned_values: { root_module }, configuration: { root_module: { resources } } };
}

/** Somebody who means the role of the same configuration refers to it. */
function refers(world: World, index: number): boolean {
  const identity = world.identities[index];
  return identity !== undefined && identity.serviceAccount.annotations[ROLE_ARN] === roleArnOf(world, identity);
}
