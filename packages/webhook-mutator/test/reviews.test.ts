/**
 * Reviews and pods that nobody wrote by hand, as the real program answered them: members of every type with values of the wrong kind, and containers with whatever
 * their types can hold. The service account has container credentials, so that no API server is needed.
 */
import { readFileSync } from "node:fs";
import { bodyText, createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createWebhook, DEFAULT_WEBHOOK_SETTINGS } from "../src/index.js";

const read = <Row>(file: string): readonly Row[] => JSON.parse(readFileSync(new URL(`recorded/${file}`, import.meta.url), "utf8")) as readonly Row[];

const clock = new VirtualClock(epochMillis(0));
const { root } = createTrace(clock);
const webhook = createWebhook({
  settings: { ...DEFAULT_WEBHOOK_SETTINGS, watchContainerCredentialsConfig: "/config.json" },
  place: { account: "111122223333", region: "eu-west-1" },
  fetchServiceAccount: async () => null,
  clock,
  random: { integer: (min) => min },
});
webhook.containerCredentialsFileChanged('{"identities":[{"namespace":"default","serviceAccount":"app"}]}', root);

async function answer(body: string): Promise<string> {
  const request = { method: "POST", url: "https://webhook/mutate", headers: { "content-type": "application/json" }, body };
  return bodyText(await webhook.handler(request, root));
}

test.each(read<{ readonly body: string; readonly answer: string }>("reviews.json"))("$body", async ({ body, answer: recorded }) => {
  expect(await answer(body)).toBe(recorded);
});

interface RecordedPod {
  readonly object: string;
  /** Byte for byte. */
  readonly patch?: string;
  readonly message?: string;
}

test("pods are changed or refused as the real program does it", async () => {
  const recorded = read<RecordedPod>("pods.json");
  const answered = await Promise.all(
    recorded.map(async ({ object }): Promise<RecordedPod> => {
      const { response } = JSON.parse(await answer(`{"request":{"uid":"1","namespace":"default","object":${object}}}`)) as {
        readonly response: { readonly patch?: string; readonly status?: { readonly message: string } };
      };
      const patch = response.patch === undefined ? {} : { patch: Buffer.from(response.patch, "base64").toString() };
      return { object, ...patch, ...(response.status === undefined ? {} : { message: response.status.message }) };
    }),
  );
  expect(recorded.length).toBeGreaterThan(400);
  expect(answered).toEqual(recorded);
});
