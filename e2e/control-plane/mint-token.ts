/** Tokens with any claims, signed with a cluster's own key or in a wrong way: the same for two clusters, but for uids, times and keys. */
import { createHash, createHmac, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import type { Json, JsonObject } from "@irsa-sim/core";

/** What a token is to be. In its texts `<uid KEY>` stands for the uid of a first object, and `"<now+3600>"` for a time, in seconds. */
export interface TokenSpec {
  /** Of the usual header; `null` takes one away. */
  readonly header?: JsonObject;
  /** Of the usual claims; `null` takes one away. */
  readonly claims?: JsonObject;
  /** In the place of all claims: the bytes of the second part. */
  readonly payload?: string;
  readonly signedBy?: "cluster" | "other" | "nobody" | "secret";
  /** What is done to the token. */
  readonly alter?: (token: string) => string;
}

/** The cluster that a token is for. */
export interface Minter {
  /** PEM. */
  readonly signingKey: string;
  readonly uids: ReadonlyMap<string, string>;
  readonly nowSeconds: number;
  readonly issuer: string;
}

const OTHER = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

/** Of the service account `app`, for the API server, an hour long. */
const usualClaims = (issuer: string): JsonObject => ({
  ...{ aud: [issuer], exp: "<now+3600>", iat: "<now+0>", nbf: "<now+0>", jti: "11111111-2222-4333-8444-555555555555" },
  ...{ iss: issuer, sub: "system:serviceaccount:oracle:app" },
  "kubernetes.io": { namespace: "oracle", serviceaccount: { name: "app", uid: "<uid sa/oracle/app>" } },
});

/**
 * Makes one.
 *
 * @example mintToken({ claims: { aud: ["vault"] } }, { signingKey, uids, nowSeconds: 1_800_000_000, issuer: "https://oidc.example.test" })
 */
export function mintToken({ header = {}, claims = {}, payload, signedBy = "cluster", alter = (token) => token }: TokenSpec, minter: Minter): string {
  const { signingKey, issuer } = minter;
  const kid = createHash("sha256")
    .update(createPublicKey(signingKey).export({ type: "spki", format: "der" }))
    .digest("base64url");
  const head = filled(withoutNull({ alg: "RS256", kid, ...header }), minter);
  const body = payload === undefined ? filled(withoutNull({ ...usualClaims(issuer), ...claims }), minter) : filledText(payload, minter);
  const signed = `${Buffer.from(head).toString("base64url")}.${Buffer.from(body).toString("base64url")}`;
  const signature = {
    cluster: () => sign("sha256", Buffer.from(signed), signingKey).toString("base64url"),
    other: () => sign("sha256", Buffer.from(signed), OTHER).toString("base64url"),
    nobody: () => "",
    // As if the public key were a secret that both know.
    secret: () =>
      createHmac("sha256", String(createPublicKey(signingKey).export({ type: "spki", format: "pem" })))
        .update(signed)
        .digest("base64url"),
  }[signedBy]();
  return alter(`${signed}.${signature}`);
}

function withoutNull(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
}

function filled(value: Json, minter: Minter): string {
  return filledText(JSON.stringify(value), minter);
}

function filledText(text: string, { uids, nowSeconds }: Minter): string {
  return text
    .replaceAll(/<uid ([^>]+)>/g, (whole, key: string) => uids.get(key) ?? whole)
    .replaceAll(/"<now([+-]\d+(?:\.\d+)?)>"/g, (_, shift: string) => String(nowSeconds + Number(shift)));
}
