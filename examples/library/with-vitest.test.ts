import { createSimulation, type Simulation } from "irsa-sim";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clientOptionsOf } from "./client-options.mjs";
import { readGreeting } from "./read-greeting.mjs";

let simulation: Simulation;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-05T09:00:00Z") });
  simulation = await createSimulation("basic", { onTimeChange: (now) => vi.setSystemTime(now) });
});
afterEach(async () => {
  await simulation.close();
  vi.useRealTimers();
});

test("the app reads its greeting as its own role", async () => {
  expect(await readGreeting(clientOptionsOf(simulation.pod("my-pod")))).toBe("Hello from S3.\n");
  simulation.expectPrincipal("arn:aws:sts::111122223333:assumed-role/my-pod-role/*");
});

test("a trust policy for another namespace is refused, and the simulation says why", async () => {
  await simulation.changeIam({ role: "my-pod-role", trustPolicy: trustPolicyFor("prod") });
  await expect(readGreeting(clientOptionsOf(simulation.pod("my-pod")))).rejects.toMatchObject({ name: "AccessDenied" });
  expect(simulation.calls.at(-1)?.refusal?.failure).toMatchObject({
    cause: "trust-sub-mismatch",
    expected: "system:serviceaccount:prod:my-service-account",
    actual: "system:serviceaccount:default:my-service-account",
  });
});

test("while STS cannot be reached the app fails, and afterwards it works again", async () => {
  const outage = await simulation.inject({ unreachable: { host: "sts.eu-west-1.amazonaws.com", how: "refused" } });
  await expect(readGreeting(clientOptionsOf(simulation.pod("my-pod")))).rejects.toThrow("socket hang up");
  await outage.end();
  expect(await readGreeting(clientOptionsOf(simulation.pod("my-pod")))).toBe("Hello from S3.\n");
});

function trustPolicyFor(namespace: string) {
  const issuer = "oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90";
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: { StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com", [`${issuer}:sub`]: `system:serviceaccount:${namespace}:my-service-account` } },
      },
    ],
  };
}
