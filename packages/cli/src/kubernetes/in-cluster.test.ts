import { expect, test } from "vitest";
import { UsageError } from "../usage-error.js";
import { readInCluster } from "./in-cluster.js";

const VARIABLES = { KUBERNETES_SERVICE_HOST: "10.96.0.1", KUBERNETES_SERVICE_PORT: "443" };
const FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount";

test("a pod finds its API server, and its token anew each time", () => {
  const files = new Map([
    [`${FOLDER}/token`, "first\n"],
    [`${FOLDER}/ca.crt`, "CA"],
    [`${FOLDER}/namespace`, "apps\n"],
  ]);
  const connection = readInCluster(VARIABLES, (path) => files.get(path) ?? null);
  expect(connection).toMatchObject({ server: "https://10.96.0.1:443", namespace: "apps", roots: "CA" });
  expect(connection.authorization()).toBe("Bearer first");
  files.set(`${FOLDER}/token`, "second");
  expect(connection.authorization()).toBe("Bearer second");
});

test.each<{ readonly name: string; readonly variables: object; readonly files: Readonly<Record<string, string>>; readonly message: RegExp }>([
  { name: "outside of a cluster", variables: {}, files: {}, message: /this is no pod/ },
  { name: "without a token", variables: VARIABLES, files: { [`${FOLDER}/ca.crt`]: "CA" }, message: /has no token/ },
  { name: "without a root", variables: VARIABLES, files: { [`${FOLDER}/token`]: "t" }, message: /no ca\.crt/ },
])("$name it is told", ({ variables, files, message }) => {
  const read = () => readInCluster({ ...variables }, (path) => files[path] ?? null);
  expect(read).toThrow(UsageError);
  expect(read).toThrow(message);
});

test("an address of IPv6 stands in brackets", () => {
  expect(readInCluster({ ...VARIABLES, KUBERNETES_SERVICE_HOST: "fd00::1" }, () => "x").server).toBe("https://[fd00::1]:443");
});
