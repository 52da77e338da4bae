import { bodyText, createTrace, epochMillis, generateRsaKey, type HttpResponse, type IssuerUrl, type NoteEvent, VirtualClock } from "@irsa-sim/core";
import { exportPKCS8, generateKeyPair } from "jose";
import { describe, expect, test } from "vitest";
import { createOidcIssuer, type OidcIssuer, type OidcIssuerOptions } from "../index.js";

const ISSUER = "https://issuer.example.com" as IssuerUrl;
const RSA = await generateRsaKey();
const EC = await exportPKCS8((await generateKeyPair("ES256", { extractable: true })).privateKey);
const CACHED = "public, max-age=3600";

const get = (issuer: OidcIssuer, url: string, method = "GET", trace = createTrace(new VirtualClock(epochMillis(0)))): Promise<HttpResponse> =>
  issuer.handler({ method, url, headers: {}, body: "" }, trace.root);
const create = (options: Partial<OidcIssuerOptions>) =>
  createOidcIssuer({ issuer: ISSUER, signingKeys: [RSA], flavour: "kubernetes", externalHost: "api.example.com:6443", ...options });

interface PublishedKey {
  readonly kid: string;
  readonly kty: string;
}
const keysOf = (response: HttpResponse): readonly PublishedKey[] => (JSON.parse(bodyText(response)) as { readonly keys: readonly PublishedKey[] }).keys;

describe("kube-apiserver's issuer", () => {
  test("the discovery document, byte for byte: algorithms once each, sorted; jwks_uri of the server, not of the issuer", async () => {
    const { status, headers, body } = await get(await create({ signingKeys: [RSA, EC, RSA] }), `${ISSUER}/.well-known/openid-configuration`);
    expect([status, headers]).toEqual([200, { "content-type": "application/json", "cache-control": CACHED }]);
    expect(body).toBe(
      '{"issuer":"https://issuer.example.com","jwks_uri":"https://api.example.com:6443/openid/v1/jwks","response_types_supported":["id_token"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["ES256","RS256"]}',
    );
  });

  test("the key set: configured order, nothing left out for standing twice, members in the server's order, public halves alone", async () => {
    const response = await get(await create({ signingKeys: [RSA, EC, RSA] }), `${ISSUER}/openid/v1/jwks`);
    expect(response.headers).toEqual({ "content-type": "application/jwk-set+json", "cache-control": CACHED });
    expect(keysOf(response).map((key) => Object.keys(key))).toEqual([
      ["use", "kty", "kid", "alg", "n", "e"],
      ["use", "kty", "kid", "crv", "alg", "x", "y"],
      ["use", "kty", "kid", "alg", "n", "e"],
    ]);
    for (const { kid } of keysOf(response)) expect(kid).toMatch(/^[\w-]{43}$/);
    expect(keysOf(response)[1]).toEqual({
      use: "sig",
      kty: "EC",
      kid: expect.any(String),
      crv: "P-256",
      alg: "ES256",
      x: expect.stringMatching(/^[\w-]{43}$/),
      y: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  test.each([
    { name: "a path below the key set", path: "/openid/v1/jwks/foo", method: "GET", status: 404 },
    { name: "the folder", path: "/.well-known", method: "GET", status: 404 },
    { name: "a query string", path: "/openid/v1/jwks?x=1", method: "GET", status: 200 },
    { name: "another method", path: "/openid/v1/jwks", method: "POST", status: 405 },
  ])("$name: $status", async ({ path, method, status }) => {
    expect((await get(await create({}), `${ISSUER}${path}`, method)).status).toBe(status);
  });

  test("jwks_uri as configured counts before the server's host", async () => {
    const issuer = await create({ jwksUri: "https://keys.example.com/jwks" });
    expect(bodyText(await get(issuer, `${ISSUER}/.well-known/openid-configuration`))).toContain('"jwks_uri":"https://keys.example.com/jwks"');
  });

  test.each([
    { name: "http", options: { issuer: "http://i.example.com" as IssuerUrl }, problem: "issuer URL must use https scheme, got: http://i.example.com" },
    { name: "a query", options: { issuer: `${ISSUER}/?a=b` as IssuerUrl }, problem: `issuer URL may not include a query, got: ${ISSUER}/?a=b` },
    { name: "a fragment", options: { issuer: `${ISSUER}/#a` as IssuerUrl }, problem: `issuer URL may not include a fragment, got: ${ISSUER}/#a` },
    { name: "a jwks_uri of http", options: { jwksUri: "http://k.example.com" }, problem: "jwksURI requires https scheme, parsed as: http://k.example.com" },
    { name: "no host", options: { externalHost: "" }, problem: "either the JWKS URI or the default external address, or both, must be set" },
  ])("$name: issuing goes on, discovery is 404", async ({ options, problem }) => {
    const issuer = await create(options);
    const trace = createTrace(new VirtualClock(epochMillis(0)));
    expect((await get(issuer, `${ISSUER}/.well-known/openid-configuration`, "GET", trace)).status).toBe(404);
    expect((await get(issuer, `${ISSUER}/openid/v1/jwks`)).status).toBe(404);
    expect(trace.events.find((event): event is NoteEvent => event.kind === "note")).toMatchObject({
      name: "oidc-issuer.discovery-off",
      attributes: { problem },
    });
    expect((await issuer.sign({ sub: "s" })).split(".")).toHaveLength(3);
  });

  test("a server that has no address outside serves no discovery", async () => {
    const issuer = await createOidcIssuer({ issuer: ISSUER, signingKeys: [RSA], flavour: "kubernetes" });
    expect((await get(issuer, `${ISSUER}/.well-known/openid-configuration`)).status).toBe(404);
  });

  test("without a public key nothing is served", async () => {
    const issuer = await create({});
    issuer.removeKey(issuer.keyIds[0] as string);
    const trace = createTrace(new VirtualClock(epochMillis(0)));
    expect((await get(issuer, `${ISSUER}/openid/v1/jwks`, "GET", trace)).status).toBe(404);
    expect(trace.events[0]).toMatchObject({ attributes: { problem: "no keys provided for validating keyset" } });
  });
});

describe("an issuer on S3", () => {
  const self = (options: Partial<OidcIssuerOptions> = {}) => create({ flavour: "self-hosted", issuer: S3, ...options });
  const S3 = "https://s3.eu-west-1.amazonaws.com/my-bucket" as IssuerUrl;

  test("has what the recipe writes, keys in keys.json, upstream's key ids, no cache header", async () => {
    const issuer = await self();
    const { headers, body } = await get(issuer, `${S3}/.well-known/openid-configuration`);
    expect(headers).toEqual({ "content-type": "application/json" });
    expect(body).toBe(
      `{"issuer":"${S3}","jwks_uri":"${S3}/keys.json","authorization_endpoint":"urn:kubernetes:programmatic_authorization","response_types_supported":["id_token"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],"claims_supported":["sub","iss"]}`,
    );
    expect(keysOf(await get(issuer, `${S3}/keys.json`))[0]?.kid).toMatch(/^[\w-]{43}$/);
  });

  test("a new key is in the key set only after the documents are uploaded again", async () => {
    const issuer = await self();
    const kid = await issuer.addKey(EC);
    const published = async () => keysOf(await get(issuer, `${S3}/keys.json`)).map((key) => key.kid);
    expect(await published()).not.toContain(kid);
    issuer.upload();
    expect(await published()).toEqual(issuer.keyIds);
  });

  test("the document may have a slash that the issuer has not", async () => {
    const issuer = await self({ documentIssuer: `${S3}/` });
    expect(bodyText(await get(issuer, `${S3}/.well-known/openid-configuration`))).toContain(`{"issuer":"${S3}/",`);
  });
});

describe("an issuer on S3 that is not public", () => {
  const S3 = "https://my-bucket.s3.eu-west-1.amazonaws.com" as IssuerUrl;

  test.each(["/.well-known/openid-configuration", "/keys.json", "/none"])("%s is refused, whether it is there or not", async (path) => {
    const issuer = await create({ flavour: "self-hosted", issuer: S3, isPublic: false });
    const response = await get(issuer, `${S3}${path}`);
    expect([response.status, bodyText(response)]).toEqual([403, expect.stringContaining("<Code>AccessDenied</Code>")]);
  });

  test("signs all the same", async () => {
    const issuer = await create({ flavour: "self-hosted", issuer: S3, isPublic: false });
    expect((await issuer.sign({ sub: "s" })).split(".")).toHaveLength(3);
  });
});

test("EKS publishes RSA keys alone", async () => {
  await expect(createOidcIssuer({ issuer: ISSUER, signingKeys: [EC] })).rejects.toThrow("an issuer's key on EKS is an RSA key");
});
