import { bodyText, createHostDirectory, createTrace, epochMillis, type Handler, type IssuerUrl, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { WELL_KNOWN_KEYS } from "../keys/well-known-keys.js";
import { createIssuerHosts } from "./issuer-hosts.js";

const HOST = "oidc.eks.eu-west-1.amazonaws.com";
const certificate = WELL_KNOWN_KEYS.certificates.oidc;
const says = (body: string) => ({ handler: (async () => ({ status: 200, headers: {}, body })) satisfies Handler, certificate });

test.each([
  { name: "each path is its issuer's", published: ["A", "B"], path: "B/keys", answer: "B as 1" },
  { name: "one path is no other's beginning", published: ["A", "AB"], path: "AB/keys", answer: "AB as 1" },
  { name: "who publishes last under a URL answers", published: ["A", "A"], path: "A/keys", answer: "A as 1" },
  { name: "who publishes anew too", published: ["A", "B", "A"], path: "A/keys", answer: "A as 2" },
  { name: "what is nobody's is the first's", published: ["A", "B"], path: "C/keys", answer: "A as 0" },
])("$name", async ({ published, path, answer }) => {
  const hosts = createHostDirectory();
  const issuers = createIssuerHosts(hosts);
  for (const [index, id] of published.entries()) issuers.publish(`https://${HOST}/id/${id}` as IssuerUrl, says(`${id} as ${index}`));
  const { root } = createTrace(new VirtualClock(epochMillis(0)));
  const response = await hosts.resolve(HOST)?.handler({ method: "GET", url: `https://${HOST}/id/${path}`, headers: {}, body: "" }, root);
  expect(response && bodyText(response)).toBe(answer);
});
