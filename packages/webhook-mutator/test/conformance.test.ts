import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bodyText, createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createWebhook, DEFAULT_WEBHOOK_SETTINGS } from "../src/index.js";

/** Upstream's own cases; they are read beside the repository and never copied into it. */
const FOLDER = new URL("../../../../shared/conformance/webhook/upstream/", import.meta.url).pathname;
const PREFIX = "testing.eks.amazonaws.com/";

interface CasePod {
  readonly metadata: { readonly annotations?: Readonly<Record<string, string>> };
}

const isPresent = existsSync(FOLDER);
const cases = isPresent ? readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".pod.yaml")) : [];
if (!isPresent) console.info("webhook conformance cases are skipped: the folder shared/conformance/webhook/upstream is not beside the repository");

describe.skipIf(!isPresent)("upstream's cases, byte for byte", () => {
  test("there are cases", () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  for (const file of cases) {
    const pod = parse(readFileSync(join(FOLDER, file), "utf8"), { uniqueKeys: false }) as CasePod;
    const setting = (name: string): string | undefined => pod.metadata.annotations?.[`${PREFIX}${name}`];
    test(file, async () => {
      expect(await patchOf(pod, setting)).toBe(setting("expectedPatch"));
    });
  }
});

async function patchOf(pod: CasePod, setting: (name: string) => string | undefined): Promise<string | null> {
  const annotations = Object.entries({
    "role-arn": setting("serviceAccount/roleArn"),
    audience: setting("serviceAccount/audience"),
    "sts-regional-endpoints": setting("serviceAccount/sts-regional-endpoints") ?? setting("handler/injectSTS"),
    "token-expiration": setting("serviceAccount/token-expiration") ?? setting("handler/expiration"),
  }).flatMap(([name, value]) => (value === undefined ? [] : [[`eks.amazonaws.com/${name}`, value]]));
  const clock = new VirtualClock(epochMillis(0));
  const { root } = createTrace(clock);
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
  if (uri !== "") webhook.containerCredentialsFileChanged('{"identities":[{"namespace":"default","serviceAccount":"default"}]}', root);
  const object = { ...pod, spec: { ...(pod as { readonly spec?: object }).spec, serviceAccountName: "default" } };
  const review = { kind: "AdmissionReview", apiVersion: "admission.k8s.io/v1", request: { uid: "1", namespace: "default", object } };
  const request = { method: "POST", url: "https://webhook/mutate", headers: { "content-type": "application/json" }, body: JSON.stringify(review) };
  const response = await webhook.handler(request, root);
  const { patch } = (JSON.parse(bodyText(response)) as { readonly response: { readonly patch?: string } }).response;
  return patch === undefined ? null : Buffer.from(patch, "base64").toString();
}
