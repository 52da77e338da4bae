/** Terraform's configuration in JSON, by hand and by CDK for Terraform. */
import { type Form, json, yaml } from "../form.js";
import { providerArnOf, ROLE_ARN, roleArnOf, type Statement, type World } from "../world.js";
import { describedCluster } from "./aws-cli.js";
import { workloads } from "./manifests.js";

const ISSUER = 'replace(aws_eks_cluster.this.identity[0].oidc[0].issuer, "https://", "")';

export const TERRAFORM_JSON: readonly Form[] = [
  { name: "*.tf.json, policies as texts", write: (world) => configured(world, { policy: (statements) => asText(statements), data: null }) },
  {
    name: "*.tf.json, policies as data sources",
    write: (world) =>
      world.identities.some(({ role: { trust } }) => trust.Statement.some((one) => one.Principal === "*"))
        ? null
        : configured(world, { policy: (_, index) => `\${data.aws_iam_policy_document.pod_${index}.json}`, data: asDataSource }),
  },
];

interface Style {
  readonly policy: (statements: readonly Statement[], index: number) => string;
  readonly data: ((statements: readonly Statement[], world: World) => unknown) | null;
}

function configured(world: World, { policy, data }: Style) {
  const { identities, providerUrl, issuer, clientIds, version } = world;
  const pods = <Value>(value: (index: number) => Value) => Object.fromEntries(identities.map((_, index) => [`pod_${index}`, value(index)]));
  const statementsOf = (index: number) => identities[index]?.role.trust.Statement ?? [];
  const configuration = {
    resource: {
      aws_eks_cluster: { this: { name: "prod", version } },
      aws_iam_openid_connect_provider: {
        this: {
          url: providerUrl === issuer ? "${aws_eks_cluster.this.identity[0].oidc[0].issuer}" : `https://${providerUrl}`,
          client_id_list: clientIds,
        },
      },
      aws_iam_role: pods((index) => {
        const role = identities[index]?.role;
        return { name: role?.name, path: role?.path, assume_role_policy: policy(statementsOf(index), index) };
      }),
      kubernetes_service_account: pods((index) => {
        const identity = identities[index];
        const annotations = identity?.serviceAccount.annotations ?? {};
        const isOwn = identity !== undefined && annotations[ROLE_ARN] === roleArnOf(world, identity);
        const written = isOwn ? { ...annotations, [ROLE_ARN]: `\${aws_iam_role.pod_${index}.arn}` } : annotations;
        return { metadata: [{ name: identity?.serviceAccount.name, namespace: identity?.namespace, annotations: written }] };
      }),
    },
    ...(data === null ? {} : { data: { aws_iam_policy_document: pods((index) => data(statementsOf(index), world)) } }),
  };
  return [yaml("app.yaml", workloads(world)), describedCluster(world), json("main.tf.json", configuration)];
}

function asText(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

function asDataSource(statements: readonly Statement[], world: World): unknown {
  const own = (text: string): string =>
    text === providerArnOf(world) && world.providerUrl === world.issuer
      ? "${aws_iam_openid_connect_provider.this.arn}"
      : text.startsWith(`${world.issuer}:`)
        ? text.replace(world.issuer, () => `\${${ISSUER}}`)
        : text;
  return {
    statement: statements.map(({ Effect, Principal, Action, Condition = {} }) => ({
      ...(Effect === "Allow" ? {} : { effect: Effect }),
      actions: [Action].flat(),
      principals: Object.entries(Principal).map(([type, identifier]) => ({ type, identifiers: [own(identifier)] })),
      condition: Object.entries(Condition).flatMap(([operator, keys]) =>
        Object.entries(keys).map(([key, values]) => ({ test: operator, variable: own(key), values: [values].flat() })),
      ),
    })),
  };
}
