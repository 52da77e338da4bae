/** As much of an API server as irsa-sim reads of one, whose rights, keys and certificate a test can change. */
import type { ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { exportJWK, exportPKCS8, type GenerateKeyPairResult, generateKeyPair, SignJWT } from "jose";
import { issueCertificate } from "../../packages/core/src/index.js";

/** The issuer of its tokens, which leads nowhere from here. */
const ISSUER = "https://kubernetes.default.svc.cluster.local";
const DAY_MS = 86_400_000;
const TOKEN = "t0ken";

/** A service account with its role. */
interface Account {
  readonly name: string;
  readonly role: string;
}

/** An API server that listens on this machine. */
export interface SmallApiServer extends AsyncDisposable {
  readonly url: string;
  /** A kubeconfig for it; parts of it can be said otherwise. */
  kubeconfig(changes?: { readonly cluster?: object; readonly user?: object }): string;
  /** What is answered to all requests from now on; as it should be for `null`. */
  answerWith(status: number | null): void;
  /** Lets a service account be there from now on, and watchers be told. */
  add(account: Account): void;
  /** A token that it has signed, with the key that signs now. */
  sign(account: { readonly namespace: string; readonly name: string }): Promise<string>;
  /** Signs with a new key from now on, and publishes no other. */
  rotate(): Promise<void>;
  /** Requests so far, as `METHOD PATH`. */
  readonly asked: readonly string[];
}

/** Starts one, on any free port of 127.0.0.1. */
export async function startSmallApiServer(): Promise<SmallApiServer> {
  const pair = await generateKeyPair("RS256", { extractable: true });
  const privateKey = await exportPKCS8(pair.privateKey);
  const validity = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) };
  const root = issueCertificate({ commonName: "small root", hosts: [], privateKey, validity, serialNumber: "01" });
  const leaf = issueCertificate({ commonName: "small", hosts: ["127.0.0.1"], privateKey, validity, serialNumber: "02" }, { certificate: root, privateKey });
  let signing: { readonly kid: string; readonly pair: GenerateKeyPairResult } = { kid: "first", pair };
  let refusal: number | null = null;
  let version = 1;
  const accounts: object[] = [];
  const asked: string[] = [];
  const watchers = new Set<ServerResponse>();
  const documents = async (path: string): Promise<object | null> => {
    if (path === "/.well-known/openid-configuration") return { ...DISCOVERY, issuer: ISSUER, jwks_uri: `${ISSUER}:6443/openid/v1/jwks` };
    if (path === "/openid/v1/jwks") return { keys: [{ ...(await exportJWK(signing.pair.publicKey)), kid: signing.kid, use: "sig", alg: "RS256" }] };
    return path.startsWith("/api/v1/serviceaccounts") ? { kind: "ServiceAccountList", metadata: { resourceVersion: String(version) }, items: accounts } : null;
  };
  const server = createServer({ key: privateKey, cert: leaf }, (request, response) => {
    void (async () => {
      const { pathname, searchParams } = new URL(request.url ?? "/", "https://small");
      asked.push(`${request.method} ${pathname}`);
      const code = refusal ?? (request.headers.authorization === `Bearer ${TOKEN}` ? null : 401);
      if (code !== null) return send(response, code, { kind: "Status", message: code === 401 ? "Unauthorized" : 'forbidden: User "u" cannot do this', code });
      if (searchParams.get("watch") === "1") {
        response.writeHead(200, { "content-type": "application/json" }).flushHeaders();
        watchers.add(response);
        response.once("close", () => watchers.delete(response));
        return;
      }
      const found = await documents(pathname);
      send(response, found === null ? 404 : 200, found ?? { kind: "Status", message: "not found", code: 404 });
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, asked },
    kubeconfig: ({ cluster = {}, user = { token: TOKEN } } = {}) => {
      const trusted = { server: url, "certificate-authority-data": btoa(root), ...cluster };
      const contexts = [{ name: "small", context: { cluster: "c", user: "u" } }];
      return JSON.stringify({ clusters: [{ name: "c", cluster: trusted }], users: [{ name: "u", user }], contexts, "current-context": "small" });
    },
    answerWith: (status) => {
      refusal = status;
    },
    add({ name, role }) {
      version += 1;
      const annotations = { "eks.amazonaws.com/role-arn": role };
      const object = {
        kind: "ServiceAccount",
        apiVersion: "v1",
        metadata: { name, namespace: "default", uid: name, resourceVersion: String(version), annotations },
      };
      accounts.push(object);
      for (const watcher of watchers) watcher.write(`${JSON.stringify({ type: "ADDED", object })}\n`);
    },
    sign: ({ namespace, name }) =>
      new SignJWT({ "kubernetes.io": { namespace, serviceaccount: { name, uid: name } } })
        .setProtectedHeader({ alg: "RS256", kid: signing.kid })
        .setIssuer(ISSUER)
        .setSubject(`system:serviceaccount:${namespace}:${name}`)
        .setAudience(["sts.amazonaws.com"])
        .setIssuedAt()
        .setNotBefore("0s")
        .setExpirationTime("1h")
        .sign(signing.pair.privateKey),
    async rotate() {
      signing = { kid: `${signing.kid}-next`, pair: await generateKeyPair("RS256", { extractable: true }) };
    },
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

const DISCOVERY = { response_types_supported: ["id_token"], subject_types_supported: ["public"], id_token_signing_alg_values_supported: ["RS256"] };

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
