/** What clients change in IAM and S3 comes back, whenever the process was killed; what is damaged is told and set aside. */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { fromTokenFile } from "@aws-sdk/credential-providers";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { irsaSim } from "../irsa-sim.test-support.js";
import { askIam } from "./ask-iam.test-support.js";
import { emptyFolder, startUp } from "./up.test-support.js";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

/** Its role may write to its bucket. */
const SCENARIO = new URL("../clients/scenarios/works", import.meta.url).pathname;
const LARGE = new Uint8Array(2 * 2 ** 20).map((_, index) => index % 251);

let keys: string;
let folder: string;
beforeAll(async () => {
  keys = emptyFolder();
  await (await startUp([SCENARIO, "--state", keys])).end("SIGTERM");
});
beforeEach(() => {
  folder = emptyFolder();
  copyFileSync(join(keys, "state.json"), join(folder, "state.json"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(keys, { recursive: true, force: true }));

const start = () => startUp([SCENARIO, "--state", folder]);

function appsClient(): S3Client {
  const text = readFileSync(join(folder, "pods/default/my-pod/app/env"), "utf8");
  const variables = Object.fromEntries([...text.matchAll(/^export (\w+)='([^']*)'$/gm)].map(([, name, value]) => [name, value]));
  const { AWS_REGION: region = "", AWS_ENDPOINT_URL_S3: endpoint = "", AWS_ENDPOINT_URL_STS: sts = "" } = variables;
  const { AWS_ROLE_ARN: roleArn = "", AWS_WEB_IDENTITY_TOKEN_FILE: webIdentityTokenFile = "" } = variables;
  const credentials = fromTokenFile({ roleArn, webIdentityTokenFile, clientConfig: { region, endpoint: sts } });
  return new S3Client({ region, endpoint, forcePathStyle: true, maxAttempts: 1, credentials });
}

const put = (client: S3Client, Key: string, Body: string | Uint8Array) => client.send(new PutObjectCommand({ Bucket: "my-bucket", Key, Body }));

async function get(client: S3Client, Key: string): Promise<Uint8Array | undefined> {
  return (await client.send(new GetObjectCommand({ Bucket: "my-bucket", Key }))).Body?.transformToByteArray();
}

test("objects come back after kill -9, small and large, beside those of the scenario, for their owner's eyes alone", async () => {
  await using first = await start();
  const client = appsClient();
  await put(client, "small.txt", "small");
  await put(client, "large.bin", LARGE);
  expect(await first.end("SIGKILL")).toBe("SIGKILL");
  expect(["world.json", "objects"].map((name) => (statSync(join(folder, name)).mode & 0o777).toString(8))).toEqual(["600", "700"]);
  await using _second = await start();
  const again = appsClient();
  expect(new TextDecoder().decode(await get(again, "small.txt"))).toBe("small");
  expect(Buffer.compare((await get(again, "large.bin")) ?? new Uint8Array(), LARGE)).toBe(0);
  expect(new TextDecoder().decode(await get(again, "hello.txt"))).toBe("Hello from S3.\n");
});

test("what the developer changes in IAM comes back, and goes at a reset", async () => {
  const trust = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "sts:AssumeRole" }] };
  await using first = await start();
  const changed = await askIam(first, folder, { Action: "UpdateAssumeRolePolicy", RoleName: "my-pod-role", PolicyDocument: JSON.stringify(trust) });
  expect(changed.status).toBe(200);
  const created = await askIam(first, folder, { Action: "CreateRole", RoleName: "one", AssumeRolePolicyDocument: JSON.stringify(trust) });
  await first.end("SIGKILL");
  await using second = await start();
  const [role, one] = [
    await askIam(second, folder, { Action: "GetRole", RoleName: "my-pod-role" }),
    await askIam(second, folder, { Action: "GetRole", RoleName: "one" }),
  ];
  expect(decodeURIComponent(role.body)).toContain('"Effect":"Deny"');
  expect(roleIdIn(one.body)).toBe(roleIdIn(created.body));
  const other = await askIam(second, folder, { Action: "CreateRole", RoleName: "other", AssumeRolePolicyDocument: JSON.stringify(trust) });
  expect(roleIdIn(other.body)).not.toBe(roleIdIn(created.body));
  await fetch(`${second.url("control")}reset`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  expect((await askIam(second, folder, { Action: "GetRole", RoleName: "one" })).status).toBe(404);
  expect(existsSync(join(folder, "world.json"))).toBe(false);
});

const roleIdIn = (body: string): string | undefined => /<RoleId>(\w+)<\/RoleId>/.exec(body)?.[1];

test("whatever was answered before the kill is there, and nothing is half written", async () => {
  await using first = await start();
  const client = appsClient();
  const bodyOf = (index: number): string => `${index} `.repeat(2000);
  const answered: number[] = [];
  const puts = Array.from({ length: 60 }, async (_, index) => {
    await put(client, `object-${index}`, bodyOf(index));
    answered.push(index);
    if (answered.length === 10) first.process.kill("SIGKILL");
  });
  const outcomes = await Promise.allSettled(puts);
  expect(outcomes.some(({ status }) => status === "rejected")).toBe(true);
  await using _second = await start();
  const again = appsClient();
  for (const index of answered) expect([index, new TextDecoder().decode(await get(again, `object-${index}`))]).toEqual([index, bodyOf(index)]);
});

test("a scenario that was changed begins anew, and what clients had changed is set aside", async () => {
  await using first = await start();
  await put(appsClient(), "small.txt", "small");
  await first.end("SIGTERM");
  await using second = await startUp(["basic", "--state", folder]);
  expect(second.output()).toMatch(/belongs to another scenario, or an earlier form of it; it is in \S+set-aside-1 now/);
  expect(readdirSync(join(folder, "set-aside-1"))).toEqual(["world.json"]);
});

const DAMAGES = [
  { name: "cut off", damage: () => truncateSync(join(folder, "world.json"), 100), told: "world.json is damaged" },
  {
    name: "changed by hand",
    damage: () => writeFileSync(join(folder, "world.json"), readFileSync(join(folder, "world.json"), "utf8").replace("small.txt", "smart.txt")),
    told: "world.json is damaged",
  },
  { name: "without an object", damage: () => rmSync(join(folder, "objects"), { recursive: true }), told: /objects\/[0-9a-f]{64} is damaged/ },
];

test.each(DAMAGES)("a state that is $name is told and set aside, and the next start works", async ({ damage, told }) => {
  await using first = await start();
  await put(appsClient(), "small.txt", "small");
  await put(appsClient(), "large.bin", LARGE);
  await first.end("SIGTERM");
  damage();
  const { code, stderr } = await irsaSim(["up", SCENARIO, "--state", folder, "--port", "0"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(told);
  expect(stderr).toContain("set-aside-1");
  expect(readdirSync(join(folder, "set-aside-1"))).toContain("world.json");
  await using _second = await start();
  await expect(get(appsClient(), "small.txt")).rejects.toMatchObject({ name: "NoSuchKey" });
});
