import { expect, test } from "vitest";
import type { Container } from "../kubernetes-types/pod.js";
import { type ContainerAddition, mutateContainer } from "./mutate-container.js";

const addition: ContainerAddition = {
  pair: [
    { name: "AWS_ROLE_ARN", value: "ROLE" },
    { name: "AWS_WEB_IDENTITY_TOKEN_FILE", value: "/m/token" },
  ],
  place: { volumeName: "aws-iam-token", mountPath: "/m", fileName: "token" },
  region: "eu-west-1",
  stsRegionalEndpoint: true,
};
const STS = "AWS_STS_REGIONAL_ENDPOINTS=regional";
const REGION = ["AWS_DEFAULT_REGION=eu-west-1", "AWS_REGION=eu-west-1"];
const PAIR = ["AWS_ROLE_ARN=ROLE", "AWS_WEB_IDENTITY_TOKEN_FILE=/m/token"];

test.each([
  { name: "nothing defined", own: [], added: [STS, ...REGION, ...PAIR], mounted: true },
  { name: "another variable", own: ["LOG"], added: [STS, ...REGION, ...PAIR], mounted: true },
  { name: "the role", own: ["AWS_ROLE_ARN"], added: [STS, ...REGION], mounted: true },
  { name: "the token file", own: ["AWS_WEB_IDENTITY_TOKEN_FILE"], added: [STS, ...REGION], mounted: true },
  { name: "one region variable", own: ["AWS_DEFAULT_REGION"], added: [STS, ...PAIR], mounted: true },
  { name: "the other region variable", own: ["AWS_REGION"], added: [STS, ...PAIR], mounted: true },
  { name: "STS", own: ["AWS_STS_REGIONAL_ENDPOINTS"], added: [...REGION, ...PAIR], mounted: true },
  { name: "role and region", own: ["AWS_ROLE_ARN", "AWS_REGION"], added: [STS], mounted: true },
  { name: "all three groups", own: ["AWS_ROLE_ARN", "AWS_REGION", "AWS_STS_REGIONAL_ENDPOINTS"], added: [], mounted: false },
  {
    name: "container credentials are another mode's",
    own: ["AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_REGION", "AWS_STS_REGIONAL_ENDPOINTS"],
    added: PAIR,
    mounted: true,
  },
])("defined: $name", ({ own, added, mounted }) => {
  const env = own.map((name) => ({ name, value: "own" }));
  const { env: after = [], volumeMounts = [] } = mutateContainer({ name: "a", env }, addition);
  expect(after.slice(0, own.length)).toEqual(env);
  expect(after.slice(own.length).map(({ name, value }) => `${name}=${value}`)).toEqual(added);
  expect(volumeMounts).toEqual(mounted ? [{ name: "aws-iam-token", readOnly: true, mountPath: "/m" }] : []);
});

test("a variable taken from elsewhere counts as defined", () => {
  const env = [{ name: "AWS_ROLE_ARN", valueFrom: { fieldRef: { fieldPath: "metadata.annotations['role']" } } }];
  expect(mutateContainer({ env }, { ...addition, region: "", stsRegionalEndpoint: false }).env).toEqual(env);
});

test("without region and regional STS only the pair is added", () => {
  const { env = [] } = mutateContainer({ name: "a" }, { ...addition, region: "", stsRegionalEndpoint: false });
  expect(env.map(({ name }) => name)).toEqual(["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"]);
});

test.each([
  { name: "a mount of the name elsewhere is kept", mounts: [{ name: "aws-iam-token", mountPath: "/else" }], count: 1 },
  { name: "a mount of another volume at the path is not noticed", mounts: [{ name: "other", mountPath: "/m" }], count: 2 },
])("$name", ({ mounts, count }) => {
  const container: Container = { name: "a", volumeMounts: mounts };
  expect(mutateContainer(container, addition).volumeMounts).toHaveLength(count);
  expect(mutateContainer(container, addition).volumeMounts?.slice(0, 1)).toEqual(mounts);
});
