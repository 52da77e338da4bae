/** Amazon's own cases for its webhook: a pod, whose annotations describe the webhook that it meets. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { parse } from "yaml";
import { createWebhook, DEFAULT_WEBHOOK_SETTINGS, type Webhook } from "../src/index.js";

/** They are read beside the repository and never copied into it. */
const FOLDER = new URL("../../../../shared/conformance/webhook/upstream/", import.meta.url).pathname;
const PREFIX = "testing.eks.amazonaws.com/";

/** A case. */
export interface UpstreamCase {
  /** Its file. */
  readonly name: string;
  readonly pod: { readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> }; readonly spec?: object };
  readonly expectedPatch: string | undefined;
}

/** The cases; none where the folder is not there. */
export function upstreamCases(): readonly UpstreamCase[] {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".pod.yaml")) : [];
  return files.map((name) => {
    const pod = parse(readFileSync(join(FOLDER, name), "utf8"), { uniqueKeys: false }) as UpstreamCase["pod"];
    return { name, pod, expectedPatch: pod.metadata.annotations?.[`${PREFIX}expectedPatch`] };
  });
}

/** The webhook that a case describes; it knows the service account `default` of the namespace `default`. */
export function webhookOfCase({ pod }: UpstreamCase): Webhook {
  const setting = (name: string): string | undefined => pod.metadata.annotations?.[`${PREFIX}${name}`];
  const annotations = Object.entries({
    "role-arn": setting("serviceAccount/roleArn"),
    audience: setting("serviceAccount/audience"),
    "sts-regional-endpoints": setting("serviceAccount/sts-regional-endpoints") ?? setting("handler/injectSTS"),
    "token-expiration": setting("serviceAccount/token-expiration") ?? setting("handler/expiration"),
  }).flatMap(([name, value]) => (value === undefined ? [] : [[`eks.amazonaws.com/${name}`, value]]));
  const clock = new VirtualClock(epochMillis(0));
  const uri = setting("containercredentials/uri") ?? "";
  const webhook = createWebhook({
    settings: {
      ...DEFAULT_WEBHOOK_SETTINGS,
      awsDefaultRegion: setting("handler/region") ?? "",
      watchContainerCredentialsConfig: "/config.json",
      containerCredentialsFullUri: uri,
      containerCredentialsAudience: setting("containercredentials/audience") ?? "",
      containerCredentialsTokenMountPath: setting("containercredentials/mountPath") ?? "",
      containerCredentialsTokenVolumeName: setting("containercredentials/volumeName") ?? "",
      containerCredentialsTokenPath: setting("containercredentials/tokenPath") ?? "",
    },
    place: { account: "111122223333", region: "us-west-2" },
    fetchServiceAccount: async () => null,
    clock,
    random: { integer: (min) => min },
  });
  webhook.serviceAccounts.set("default", "default", Object.fromEntries(annotations));
  const { root } = createTrace(clock);
  if (uri !== "") webhook.containerCredentialsFileChanged('{"identities":[{"namespace":"default","serviceAccount":"default"}]}', root);
  return webhook;
}
