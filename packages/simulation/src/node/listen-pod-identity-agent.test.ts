import { bodyText, createRandom, createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createWorld } from "../create-world.js";
import { WELL_KNOWN_KEYS } from "../keys/well-known-keys.js";
import { parseWorldDescription } from "../settings/parse-world-description.js";

const URL = "http://169.254.170.23/v1/credentials";

async function answerOf(written: Parameters<typeof parseWorldDescription>[0], url: string, token: string): Promise<string> {
  const clock = new VirtualClock(epochMillis(Date.UTC(2026, 0, 5, 9)));
  const trace = createTrace(clock);
  const description = parseWorldDescription(written);
  const world = await createWorld({ description, clock, trace, random: createRandom("1"), keys: WELL_KNOWN_KEYS });
  const headers: Record<string, string> = token === "" ? {} : { authorization: token };
  try {
    const response = await world.networkFrom("pods").send({ method: "GET", url, headers, body: "" }, trace.root, { name: "GetContainerCredentials" });
    return `${response.status} ${bodyText(response).trim()}`;
  } catch (error) {
    return String((error as { readonly code?: string }).code);
  } finally {
    await world.close();
  }
}

test.each([
  { name: "nobody asked for an agent", cluster: {}, answer: "ETIMEDOUT" },
  { name: "on fargate no agent runs", cluster: { podIdentityAgent: true, compute: "fargate" as const }, answer: "ETIMEDOUT" },
  { name: "over IPv4", cluster: { podIdentityAgent: true }, answer: "400 Service account token cannot be empty" },
  { name: "over IPv6", cluster: { podIdentityAgent: true }, url: "http://[fd00:ec2::23]/v1/credentials", answer: "400 Service account token cannot be empty" },
  { name: "another path", cluster: { podIdentityAgent: true }, url: "http://169.254.170.23/", answer: "404 404 page not found" },
  {
    name: "no JWT",
    cluster: { podIdentityAgent: true },
    token: "abc",
    answer: "400 Service account token cannot be parsed: token is malformed: token contains an invalid number of segments (1)",
  },
])("$name: $answer", async ({ cluster, url = URL, token = "", answer }) => {
  expect(await answerOf({ cluster }, url, token)).toBe(answer);
});
