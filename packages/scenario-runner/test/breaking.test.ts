import { FAULT_SHAPE } from "@irsa-sim/simulation";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type Breakage, breakScenario, listBreakages, loadScenario } from "../src/index.js";
import { CASES, catalogueFiles, folderOf, load, play, playLoaded } from "./catalogue.js";

const OF_BASIC = listBreakages(load("basic"), await play("basic"));

test("what can be broken in basic, and what comes of it", async () => {
  const found: Record<string, string> = {};
  for (const breakage of OF_BASIC) {
    const { failure } = await playLoaded(loadScenario(brokenFiles("basic", breakage), "basic"));
    found[breakage.title] = failure === null ? "succeeds" : `step ${failure.step}: ${failure.cause ?? failure.code}`;
  }
  expect(found).toEqual({
    "Nobody reaches STS: sts.eu-west-1.amazonaws.com": "step 6: service-unreachable",
    "Slow way to STS: sts.eu-west-1.amazonaws.com": "succeeds",
    "Nobody reaches the issuer: oidc.eks.eu-west-1.amazonaws.com": "step 7: jwks-stale-or-unreachable",
    "Slow way to the issuer: oidc.eks.eu-west-1.amazonaws.com": "step 7: jwks-stale-or-unreachable",
    "Nobody reaches S3: my-bucket.s3.eu-west-1.amazonaws.com": "step 9: service-unreachable",
    "Slow way to S3: my-bucket.s3.eu-west-1.amazonaws.com": "succeeds",
    "STS throttles the first call": "succeeds",
    "STS throttles every call": "step 7: service-fault",
    "STS has a fault of its own": "step 7: service-fault",
    "The issuer answers 503": "step 7: jwks-stale-or-unreachable",
    "Somebody changes sub in the token of default/my-pod": "step 7: token-tampered",
    "The kubelet stops and replaces no token": "succeeds",
    "The webhook lags half a minute behind": "step 9: sa-cache-race",
    "The webhook is not installed": "step 9: webhook-absent-fail-open",
    "Pods have no route to the internet": "step 6: sts-unreachable-private",
    "A firewall opens TLS, with a root that no image has": "step 6: tls-inspected",
    "CoreDNS does not answer": "step 6: dns-bootstrap-deadlock",
    "The clock of STS is two days ahead": "step 7: clock-skew",
    "The clock of the app's container is an hour behind": "step 9: clock-skew",
    "The OIDC provider accepts another audience": "step 7: provider-audience-mismatch",
    "IAM has no OIDC provider": "step 7: oidc-provider-missing",
    "Role my-pod-role loses its policy read-my-bucket": "step 9: identity-policy-gap",
  });
});

test("each fault of the catalogue can be chosen", () => {
  const faults = OF_BASIC.flatMap(({ change }) => (change.kind === "fault" ? Object.keys(change.fault) : []));
  expect([...new Set(faults)].sort()).toEqual(Object.keys(FAULT_SHAPE).sort());
});

test("each has an id of its own", () => {
  expect(new Set(OF_BASIC.map(({ id }) => id)).size).toBe(OF_BASIC.length);
});

test("any case of the catalogue can be broken in any way, and is still a scenario", () => {
  const faults = CASES.flatMap((name, index) => {
    const breakages = listBreakages(load(name), { events: [] });
    return breakages.filter((_, each) => each % CASES.length === index % breakages.length).flatMap((breakage) => faultOf(name, breakage));
  });
  expect(faults).toEqual([]);
});

test("comments stay, and what the patch says beside it too", () => {
  const text = "title: mine # of today\nbase: basic\npatch:\n  cluster: { clockSkews: { sts: 5 } }\nexpect: { outcome: refused }\n";
  const files = catalogueFiles({ "mine/scenario.yaml": text });
  const silent = OF_BASIC.find(({ title }) => title.startsWith("CoreDNS")) as Breakage;
  const broken = breakScenario(files, "mine", silent);
  expect(broken).toContain("title: mine # of today\n");
  expect(parse(broken).patch).toEqual({ cluster: { clockSkews: { sts: 5 }, network: { clusterDns: "silent" } } });
});

test("a fault stands in the base's timeline, before the first call", () => {
  const files = catalogueFiles({ "mine/scenario.yaml": "title: mine\nbase: trust-sub-mismatch\nexpect: { outcome: refused }\n" });
  const stopped = OF_BASIC.find(({ id }) => id === "kubelet-stopped") as Breakage;
  expect(parse(breakScenario(files, "mine", stopped)).timeline.map((entry: object) => Object.keys(entry)[0])).toEqual(["apply", "fault", "call"]);
});

function brokenFiles(name: string, breakage: Breakage) {
  return catalogueFiles({ [`${folderOf(name)}/scenario.yaml`]: breakScenario(catalogueFiles(), folderOf(name), breakage) });
}

function faultOf(name: string, breakage: Breakage): readonly string[] {
  try {
    load(name, { files: brokenFiles(name, breakage) });
    return [];
  } catch (error) {
    return [`${name}: ${breakage.title}: ${String(error)}`];
  }
}
