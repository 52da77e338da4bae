import type { ExchangeEvent, Json, JsonObject, RunReport } from "@irsa-sim/core";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import type { Breakage, FaultAt } from "./breakage.js";

/**
 * What can be broken in a scenario: each fault of the catalogue where it can strike, and settings that go wrong in practice.
 *
 * @param report a run of it, which says who is called and who calls
 */
export function listBreakages(scenario: LoadedScenario, { events }: Pick<RunReport, "events">): readonly Breakage[] {
  const exchanges = events.filter((event): event is ExchangeEvent => event.kind === "exchange");
  return [
    ...hostFaults(exchanges),
    ...answerFaults(exchanges),
    ...podFaults(exchanges),
    ...clusterFaults(),
    ...clusterSettings(scenario),
    ...accountSettings(scenario),
  ];
}

const CALLED = { sts: "STS", "oidc-issuer": "the issuer", s3: "S3" } as const;

function hostFaults(exchanges: readonly ExchangeEvent[]): readonly Breakage[] {
  return Object.entries(CALLED).flatMap(([actor, name]) => {
    const hosts = [...new Set(exchanges.filter(({ to }) => to === actor).map(({ request }) => new URL(request.url).hostname))];
    return hosts.flatMap((host) => [
      fault(`Nobody reaches ${name}: ${host}`, { unreachable: { host } }, `unreachable ${host}`),
      fault(`Slow way to ${name}: ${host}`, { slow: { host, by: "120s" } }, `slow ${host}`),
    ]);
  });
}

const THROTTLED: Json = { code: "Throttling", message: "Rate exceeded" };
const INTERNAL: Json = { code: "InternalFailure", status: 500, message: "We encountered an internal error." };

/** What a service says for a moment, and what it says for good. */
function answerFaults(exchanges: readonly ExchangeEvent[]): readonly Breakage[] {
  const isCalled = (actor: ExchangeEvent["to"]): boolean => exchanges.some(({ to }) => to === actor);
  return [
    ...(isCalled("sts") ? [answers("STS throttles the first call", { of: "sts", with: [THROTTLED] }, "answers sts throttled once")] : []),
    ...(isCalled("sts") ? [answers("STS throttles every call", { of: "sts", with: [THROTTLED], afterwards: "last" }, "answers sts throttled")] : []),
    ...(isCalled("sts") ? [answers("STS has a fault of its own", { of: "sts", with: [INTERNAL], afterwards: "last" }, "answers sts fault")] : []),
    ...(isCalled("oidc-issuer")
      ? [answers("The issuer answers 503", { of: "issuer", with: [{ status: 503 }], afterwards: "last" }, "answers issuer 503")]
      : []),
    ...(isCalled("node")
      ? [
          answers(
            "The node's metadata service is silent",
            { of: "instance-metadata", with: [{ silence: true }], afterwards: "last" },
            "answers metadata silence",
          ),
        ]
      : []),
  ];
}

function answers(title: string, written: JsonObject, id: string): Breakage {
  return fault(title, { answers: written }, id);
}

/** Only the pods that use their token have one worth changing. */
function podFaults(exchanges: readonly ExchangeEvent[]): readonly Breakage[] {
  const pods = [...new Set(exchanges.flatMap(({ actor, subject }) => (actor === "sdk" && subject?.pod !== undefined ? [subject.pod] : [])))];
  return pods.map((name) => {
    const [namespace = "", pod = ""] = name.split("/");
    const written = { pod, namespace, claim: "sub", value: "system:serviceaccount:kube-system:admin" };
    return fault(`Somebody changes sub in the token of ${name}`, { "token-tampered": written }, `token-tampered ${name}`);
  });
}

function clusterFaults(): readonly Breakage[] {
  return [
    fault("The kubelet stops and replaces no token", { "kubelet-stopped": true }, "kubelet-stopped"),
    {
      id: "webhook-watch-delayed",
      title: "The webhook lags half a minute behind",
      change: { kind: "fault", fault: { "webhook-watch-delayed": "30s" }, before: "everything" },
    },
  ];
}

function fault(title: string, written: FaultAt["fault"], id: string): Breakage {
  return { id, title, change: { kind: "fault", fault: written, before: "the first call" } };
}

function clusterSettings({ cluster, webhook }: LoadedScenario): readonly Breakage[] {
  return [
    ...(webhook.absent ? [] : [setting("The webhook is not installed", "webhook", { absent: true })]),
    ...(cluster.network.internet ? [setting("Pods have no route to the internet", "cluster", { network: { internet: false } })] : []),
    ...(cluster.network.tlsInspection === null
      ? [setting("A firewall opens TLS, with a root that no image has", "cluster", { network: { tlsInspection: { root: "company" } } })]
      : []),
    setting("CoreDNS does not answer", "cluster", { network: { clusterDns: "silent" } }),
    setting("The clock of STS is two days ahead", "cluster", { clockSkews: { sts: 172_800 } }),
    setting("The clock of the app's container is an hour behind", "cluster", { clockSkews: { app: -3600 } }),
  ];
}

function accountSettings({ aws }: LoadedScenario): readonly Breakage[] {
  const providers = aws.oidcProviders.map((_, index) =>
    setting(`The OIDC provider accepts another audience`, `aws.oidcProviders[${index}]`, { clientIds: ["another-audience"] }),
  );
  return [
    ...providers,
    ...(providers.length === 0 ? [] : [setting("IAM has no OIDC provider", "aws", { oidcProviders: [] })]),
    ...Object.entries(aws.roles).flatMap(([name, { policies }]) =>
      Object.keys(policies).map((policy) => setting(`Role ${name} loses its policy ${policy}`, `aws.roles[${name}]`, { policies: { [policy]: null } })),
    ),
  ];
}

function setting(title: string, address: string, value: JsonObject): Breakage {
  return { id: `${address} ${JSON.stringify(value)}`, title, change: { kind: "setting", address, value } };
}
