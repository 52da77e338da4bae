import { generateRsaKey, issueCertificate } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { decideKubeconfigPaths } from "./decide-kubeconfig-paths.js";
import { KubeconfigError } from "./kubeconfig-error.js";
import { readKubeconfig } from "./read-kubeconfig.js";

const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** A kubeconfig with one context, whose cluster and user say what is given. */
function config({ cluster = {}, user = {}, rest = {} }: { readonly cluster?: object; readonly user?: object; readonly rest?: object } = {}): string {
  return JSON.stringify(
    {
      apiVersion: "v1",
      kind: "Config",
      clusters: [{ name: "c", cluster: { server: "https://10.0.0.1:6443", ...cluster } }],
      users: [{ name: "u", user }],
      contexts: [{ name: "x", context: { cluster: "c", user: "u" } }],
      "current-context": "x",
      ...rest,
    },
    null,
    1,
  );
}

const KEY = await generateRsaKey();
const VALIDITY = { notBefore: new Date(Date.UTC(2026, 0)), notAfter: new Date(Date.UTC(2027, 0)) };
const certificateOf = (commonName: string): string => issueCertificate({ commonName, hosts: [], privateKey: KEY, validity: VALIDITY, serialNumber: "01" });
const [CA, OWN, CERT] = [certificateOf("ca"), certificateOf("own"), certificateOf("me")];
const FILES: Readonly<Record<string, string>> = { "ca.crt": CA, token: "t0ken\n" };
const read = (texts: readonly string[], context: string | null = null) =>
  readKubeconfig(
    texts.map((text, index) => ({ file: `config-${index + 1}`, text })),
    { context, allowsPrograms: false, readBeside: (_, path) => FILES[path] ?? null },
  );

test.each<{
  readonly name: string;
  readonly texts: readonly string[];
  readonly context?: string;
  readonly expected: object;
  readonly authorization?: string | null;
}>([
  {
    name: "a token",
    texts: [config({ user: { token: "abc" } })],
    expected: { server: "https://10.0.0.1:6443", namespace: "default", clientCertificate: null },
    authorization: "Bearer abc",
  },
  { name: "a token in a file, which counts", texts: [config({ user: { token: "abc", tokenFile: "token" } })], expected: {}, authorization: "Bearer t0ken" },
  { name: "name and password", texts: [config({ user: { username: "me", password: "pw" } })], expected: {}, authorization: `Basic ${base64("me:pw")}` },
  {
    name: "a client certificate",
    texts: [config({ user: { "client-certificate-data": base64(CERT), "client-key-data": base64(KEY) } })],
    expected: { clientCertificate: { certificate: CERT, privateKey: KEY } },
    authorization: null,
  },
  { name: "nobody in particular", texts: [config()], expected: { clientCertificate: null }, authorization: null },
  { name: "a root in a file", texts: [config({ cluster: { "certificate-authority": "ca.crt" } })], expected: { roots: CA } },
  {
    name: "a root in place, which counts",
    texts: [config({ cluster: { "certificate-authority": "ca.crt", "certificate-authority-data": base64(OWN) } })],
    expected: { roots: OWN },
  },
  { name: "another server name", texts: [config({ cluster: { "tls-server-name": "k8s" } })], expected: { serverName: "k8s", skipsVerification: false } },
  { name: "no verification", texts: [config({ cluster: { "insecure-skip-tls-verify": true } })], expected: { skipsVerification: true } },
  {
    name: "a path without its last slash",
    texts: [config({ cluster: { server: "https://rancher/k8s/c-1/" } })],
    expected: { server: "https://rancher/k8s/c-1" },
  },
  {
    name: "another context",
    texts: [config({ rest: { contexts: [{ name: "y", context: { cluster: "c", user: "u", namespace: "apps" } }] } })],
    context: "y",
    expected: { namespace: "apps", source: "context y of config-1" },
  },
  {
    name: "the first of two files counts",
    texts: [config({ user: { token: "first" } }), config({ user: { token: "second" } })],
    expected: {},
    authorization: "Bearer first",
  },
  {
    name: "entries of two files together",
    texts: ['{"current-context": "x"}', config({ user: { token: "abc" } })],
    expected: { source: "context x of config-2" },
    authorization: "Bearer abc",
  },
])("$name", ({ texts, context, expected, authorization }) => {
  const connection = read(texts, context ?? null);
  expect(connection).toMatchObject(expected);
  if (authorization !== undefined) expect(connection.authorization()).toBe(authorization);
});

test.each<{ readonly name: string; readonly text: string; readonly context?: string; readonly message: RegExp }>([
  { name: "no YAML", text: "a: [", message: /config-1:1/ },
  { name: "no context chosen", text: config({ rest: { "current-context": "" } }), message: /no context is chosen[\s\S]+--context with one of: x/ },
  { name: "an unknown context", text: config(), context: "xx", message: /there is no context xx[\s\S]+perhaps x; one of: x/ },
  { name: "an unknown current context", text: config({ rest: { "current-context": "gone" } }), message: /config-1:27:21 +there is no context gone/ },
  { name: "an unknown user", text: config({ rest: { users: [] } }), message: /there is no user u/ },
  { name: "an unknown cluster", text: config({ rest: { clusters: [] } }), message: /there is no cluster c/ },
  { name: "no server", text: config({ cluster: { server: "" } }), message: /server is missing/ },
  {
    name: "a proxy of another kind",
    text: config({ cluster: { "proxy-url": "socks5://me:s3cret@proxy" } }),
    message: /this kind of proxy[\s\S]+socks5:\/\/proxy$/,
  },
  {
    name: "a proxy before a server without TLS",
    text: config({ cluster: { server: "http://10.0.0.1", "proxy-url": "http://proxy" } }),
    message: /a proxy stands before a server without TLS/,
  },
  {
    name: "a program",
    text: config({ user: { exec: { command: "aws" } } }),
    message:
      /config-1:16:13 +the user's credentials are made by a program, which does not run unasked[\s\S]+--allow-exec[\s\S]+kubectl create token[\s\S]+exec: aws/,
  },
  { name: "a program of old", text: config({ user: { "auth-provider": { name: "gcp" } } }), message: /auth-provider is gone from Kubernetes[\s\S]+gcp/ },
  { name: "half a certificate", text: config({ user: { "client-certificate-data": base64(CERT) } }), message: /half a client certificate/ },
  {
    name: "a certificate that is none",
    text: config({ user: { "client-certificate-data": base64("CERT"), "client-key-data": base64(KEY) } }),
    message: /client-certificate is not usable[\s\S]+a certificate as PEM/,
  },
  { name: "companions of nobody", text: config({ user: { token: "t", "as-user-extra": { reason: ["x"] } } }), message: /it is not said in whose place/ },
  { name: "no base64", text: config({ cluster: { "certificate-authority-data": "%%" } }), message: /certificate-authority-data cannot be read/ },
  {
    name: "a root that is not there",
    text: config({ cluster: { "certificate-authority": "gone.crt" } }),
    message: /certificate-authority cannot be read[\s\S]+gone\.crt/,
  },
  { name: "a token that is not there", text: config({ user: { tokenFile: "gone" } }), message: /tokenFile cannot be read/ },
])("$name is told", ({ text, context = null, message }) => {
  expect(() => read([text], context)).toThrow(KubeconfigError);
  expect(() => read([text], context)).toThrow(message);
});

test("no line of a kubeconfig is shown, since it may hold a key", () => {
  const text = config({ user: { "client-certificate-data": base64(CERT), "client-key-data": "%s3cret%" } });
  expect(() => read([text])).toThrow(/client-key-data cannot be read/);
  expect(() => read([text])).not.toThrow(/s3cret/);
});

test.each<{ readonly name: string; readonly flag?: string; readonly variable?: string; readonly paths: readonly string[]; readonly areNamed?: boolean }>([
  { name: "the flag alone", flag: "f", variable: "a:b", paths: ["f"], areNamed: true },
  { name: "those of the variable", variable: "a:b::a", paths: ["a", "b"] },
  { name: "the one at home", paths: ["/home/me/.kube/config"] },
])("$name is read", ({ flag, variable, paths, areNamed = false }) => {
  expect(decideKubeconfigPaths({ flag, variable, home: "/home/me" })).toEqual({ paths, areNamed });
});
