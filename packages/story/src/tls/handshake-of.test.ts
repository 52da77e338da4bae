import { type CertificateSummary, type CheckEvent, type ExchangeEvent, epochMillis, type TraceEvent } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createRunStory } from "../create-run-story.js";
import { tellTrace } from "../tell-trace.test-support.js";
import { handshakeOf } from "./handshake-of.js";

const LEAF: CertificateSummary = {
  ...{ subject: "CN=issuers", issuer: "CN=authority", hosts: ["issuer.test"], hostCount: 1, key: "RSA 2048", serialNumber: "03" },
  ...{ notBefore: "2020-01-01T00:00:00Z", notAfter: "2030-01-01T00:00:00Z", thumbprint: "11" },
};
const AUTHORITY: CertificateSummary = {
  ...LEAF,
  subject: "CN=authority",
  issuer: "CN=root",
  hosts: [],
  hostCount: 0,
  notAfter: "2028-01-01T00:00:00Z",
  thumbprint: "22",
};
const ROOT: CertificateSummary = { ...AUTHORITY, subject: "CN=root", thumbprint: "33" };
const OK = { status: 200, headers: {}, body: "{}" };

function tell({ certificates, failure = null, to = "oidc-issuer", check }: Partial<ExchangeEvent> & Told) {
  const [server] = certificates;
  const tls = server === undefined ? null : { subject: server.subject, issuer: server.issuer, thumbprint: certificates.at(-1)?.thumbprint ?? "", certificates };
  const exchange: ExchangeEvent = {
    ...{ kind: "exchange", seq: 0, parent: null, step: 7, actor: "sts", at: epochMillis(0), name: "JWKS", to, tls, failure, endSeq: 2 },
    ...{ request: { method: "GET", url: "https://issuer.test/keys", headers: {}, body: "" }, response: failure === null ? OK : null },
  };
  const checked: readonly TraceEvent[] =
    check === undefined ? [] : [{ kind: "check", seq: 1, parent: null, step: 7, actor: "sts", at: epochMillis(0), ...check }];
  const { main } = createRunStory(tellTrace([exchange, ...checked]));
  const arrow = main.steps[7]?.arrows[0];
  if (arrow === undefined) throw new Error("the exchange is an arrow of step 7");
  return handshakeOf(main, arrow);
}

interface Told {
  readonly certificates: readonly CertificateSummary[];
  readonly check?: Pick<CheckEvent, "check" | "title" | "passed" | "expected" | "actual">;
}

const THUMBPRINT = { check: "sts.tls-certificate", title: "issuer's certificate", passed: true, expected: { value: "22" }, actual: { value: "22" } };

describe("what a client asks of a chain", () => {
  test.each([
    { name: "all is well", code: null, outcomes: ["passed", "passed", "passed"] },
    { name: "no root signed it", code: "ERR_TLS_UNTRUSTED", outcomes: ["failed", "not-reached", "not-reached"] },
    { name: "it is past its time", code: "ERR_TLS_EXPIRED", outcomes: ["passed", "failed", "not-reached"] },
    { name: "it is for another host", code: "ERR_TLS_HOST_MISMATCH", outcomes: ["passed", "passed", "failed"] },
    { name: "the answer took too long, which is none of the chain's", code: "ETIMEDOUT", outcomes: ["passed", "passed", "passed"] },
  ])("$name", ({ code, outcomes }) => {
    const told = tell({ certificates: [LEAF, AUTHORITY], failure: code === null ? null : { code, message: "why not" } });
    expect(told?.questions.map(({ id }) => id)).toEqual(["trust", "time", "name"]);
    expect(told?.questions.map(({ outcome }) => outcome)).toEqual(outcomes);
    for (const { outcome, found } of told?.questions ?? []) expect(found === "why not").toBe(outcome === "failed");
  });

  test("trust is told by its ground, and time by what ends first", () => {
    const found = (told: ReturnType<typeof tell>) => told?.questions.map((question) => question.found);
    expect(found(tell({ certificates: [LEAF, AUTHORITY] }))).toEqual([
      "signed by a root that the client trusts",
      "all until 2028-01-01T00:00:00Z",
      "issuer.test is among the server's names",
    ]);
    expect(found(tell({ certificates: [LEAF, AUTHORITY], check: THUMBPRINT }))?.[0]).toBe("the provider keeps this thumbprint");
  });
});

describe("the chain", () => {
  test.each([
    { name: "the root stays with the client", certificates: [LEAF, AUTHORITY], to: "oidc-issuer", root: "CN=root", compared: 1 },
    { name: "a root that is sent is shown once", certificates: [LEAF, AUTHORITY, ROOT], to: "oidc-issuer", root: null, compared: 2 },
    { name: "nobody compares the thumbprint of another server", certificates: [LEAF, AUTHORITY], to: "sts", root: "CN=root", compared: null },
  ] as const)("$name", ({ certificates, to, root, compared }) => {
    const told = tell({ certificates, to });
    expect(told).toMatchObject({ host: "issuer.test", root, compared, check: null });
    expect(told?.certificates).toBe(certificates);
  });

  test("without TLS there is none", () => {
    expect(tell({ certificates: [] })).toBeNull();
  });

  test("what STS recorded of it stands beside it", () => {
    expect(tell({ certificates: [LEAF, AUTHORITY], check: THUMBPRINT })?.check).toMatchObject(THUMBPRINT);
    expect(tell({ certificates: [LEAF, AUTHORITY], check: { ...THUMBPRINT, check: "sts.audience" } })?.check).toBeNull();
  });
});
