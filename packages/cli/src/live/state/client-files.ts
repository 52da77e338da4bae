import type { EndpointName } from "@irsa-sim/live";

/** What the files are written from. */
export interface ClientFilesInput {
  readonly endpoints: Readonly<Record<EndpointName, { readonly url: string }>>;
  readonly region: string;
  readonly clusterName: string;
  readonly kubernetesToken: string;
  /** PEM. */
  readonly roots: string;
  readonly developerKey: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** The services that a setting of AWS's configuration names, by their ids there. */
const SERVICES = ["sts", "s3", "iam", "eks"] as const;

/** kubectl's configuration: the cluster, and the developer who may do all in it. */
export function kubeconfig({ endpoints, clusterName, kubernetesToken, roots }: ClientFilesInput): string {
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: clusterName, cluster: { server: endpoints.kubernetes.url, "certificate-authority-data": btoa(roots) } }],
    users: [{ name: "developer", user: { token: kubernetesToken } }],
    contexts: [{ name: clusterName, context: { cluster: clusterName, user: "developer" } }],
    "current-context": clusterName,
  };
  // JSON is YAML too.
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** The configuration of AWS's tools: the developer, who looks after IAM with a key of their own. */
export function awsConfig({ endpoints, region, developerKey }: ClientFilesInput): string {
  return [
    "[profile developer]",
    `region = ${region}`,
    `aws_access_key_id = ${developerKey.accessKeyId}`,
    `aws_secret_access_key = ${developerKey.secretAccessKey}`,
    "services = irsa-sim",
    "",
    "[services irsa-sim]",
    ...SERVICES.flatMap((service) => [`${service} =`, `  endpoint_url = ${endpoints[service].url}`]),
    "",
  ].join("\n");
}

/** Variables as a shell reads them: `export NAME='value'`, sorted. */
export function shellExports(variables: Readonly<Record<string, string>>): string {
  const lines = Object.entries(variables)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`);
  return lines.join("");
}
