/** Tokens that an API server may be shown, each with one thing that is special about it. */
import type { JsonObject } from "@irsa-sim/core";
import fc from "fast-check";
import type { TokenSpec } from "./mint-token.js";

/** A token, and for whom it is reviewed. */
export interface TokenRow extends TokenSpec {
  readonly name: string;
  /** Of the review; the API server's own when absent. */
  readonly audiences?: readonly string[];
}

/** Of every cluster that these are shown to. */
export const TOKEN_ISSUER = "https://kube.example.test:6443";
const APP = { name: "app", uid: "<uid sa/oracle/app>" };
const WEB = { name: "web", uid: "<uid pod/oracle/web>" };
const NODE_1 = { name: "node-1", uid: "<uid node/node-1>" };
const bound = (more: JsonObject, serviceaccount: JsonObject = APP): JsonObject => ({ "kubernetes.io": { namespace: "oracle", serviceaccount, ...more } });
const rows = (of: Readonly<Record<string, Omit<TokenRow, "name">>>): readonly TokenRow[] => Object.entries(of).map(([name, row]) => ({ name, ...row }));

/** By what is special. */
export const TOKEN_ROWS: readonly TokenRow[] = [
  ...rows({
    "nothing special": {},
    "bound to a pod": { claims: bound({ pod: WEB }) },
    "bound to a pod with its node": { claims: bound({ pod: WEB, node: NODE_1 }) },
    "bound to a pod with another node": { claims: bound({ pod: WEB, node: { name: "node-2", uid: "x" } }) },
    "bound to a pod with a node without uid": { claims: bound({ pod: WEB, node: { name: "node-1" } }) },
    "bound to a pod that is gone": { claims: bound({ pod: { name: "gone", uid: "<uid pod/oracle/gone>" } }) },
    "bound to a pod that was made again": { claims: bound({ pod: { name: "again", uid: "<uid old pod/oracle/again>" } }) },
    "bound to a pod of another account": { claims: bound({ pod: { name: "web2", uid: "<uid pod/oracle/web2>" } }) },
    "bound to a pod without a name": { claims: bound({ pod: { name: "", uid: WEB.uid } }) },
    "bound to a pod without a uid": { claims: bound({ pod: { name: "web" } }) },
    "bound to a secret": { claims: bound({ secret: { name: "s1", uid: "<uid secret/oracle/s1>" } }) },
    "bound to a secret that never was": { claims: bound({ secret: { name: "nope", uid: "u" } }) },
    "bound to a secret with another uid": { claims: bound({ secret: { name: "s1", uid: "u" } }) },
    "bound to a node": { claims: bound({ node: NODE_1 }) },
    "bound to a node that never was": { claims: bound({ node: { name: "node-9", uid: "u" } }) },
    "bound to a node with another uid": { claims: bound({ node: { name: "node-1", uid: "u" } }) },
    "bound to a pod and a secret": { claims: bound({ pod: WEB, secret: { name: "nope", uid: "u" } }) },
    "of an account that never was": { claims: bound({}, { name: "nope", uid: "u" }) },
    "of an account that was deleted": { claims: bound({}, { name: "gone", uid: "<uid sa/oracle/gone>" }) },
    "of an account that was made again": { claims: bound({}, { name: "again", uid: "<uid old sa/oracle/again>" }) },
    "of an account that was made again, its new uid": { claims: bound({}, { name: "again", uid: "<uid sa/oracle/again>" }) },
    "of an account without uid": { claims: bound({}, { name: "app" }) },
    "of an account without name": { claims: bound({}, { uid: APP.uid }) },
    "of no account": { claims: { "kubernetes.io": { namespace: "oracle" } } },
    "of no namespace": { claims: { "kubernetes.io": { serviceaccount: APP } } },
    "of another namespace": { claims: { "kubernetes.io": { namespace: "default", serviceaccount: APP } } },
    "with another subject": { claims: { sub: "system:serviceaccount:kube-system:admin" } },
    "without a subject": { claims: { sub: null } },
    "without private claims": { claims: { "kubernetes.io": null } },
    "private claims that are a text": { claims: { "kubernetes.io": "oracle" } },
    "private claims that are a list": { claims: { "kubernetes.io": [] } },
    "a namespace that is a number": { claims: { "kubernetes.io": { namespace: 1, serviceaccount: APP } } },
    "an account that is a text": { claims: { "kubernetes.io": { namespace: "oracle", serviceaccount: "app" } } },
    "an account's name that is a number": { claims: bound({}, { name: 1 }) },
    "a pod that is a text": { claims: bound({ pod: "web" }) },
    "a pod's uid that is a number": { claims: bound({ pod: { name: "web", uid: 1 } }) },
    "a warning in the past": { claims: bound({ warnafter: "<now-10>" }) },
    "a warning that is a text": { claims: bound({ warnafter: "soon" }) },
    "more private claims": { claims: bound({ more: { a: 1 } }) },
    "claims of old": { claims: { "kubernetes.io/serviceaccount/namespace": "oracle", "kubernetes.io/serviceaccount/service-account.name": "app" } },
  }),
  ...rows({
    "for STS": { claims: { aud: ["sts.amazonaws.com"] } },
    "for STS, reviewed for STS": { claims: { aud: ["sts.amazonaws.com"] }, audiences: ["sts.amazonaws.com"] },
    "for two, reviewed for one": { claims: { aud: ["vault", "sts.amazonaws.com"] }, audiences: ["sts.amazonaws.com"] },
    "for two, reviewed for three": { claims: { aud: ["vault", "sts.amazonaws.com"] }, audiences: ["a", "sts.amazonaws.com", "vault"] },
    "for the same twice": { claims: { aud: ["vault", "vault"] }, audiences: ["vault"] },
    "reviewed for the same twice": { claims: { aud: ["vault"] }, audiences: ["vault", "vault"] },
    "for the API server, reviewed for STS": { audiences: ["sts.amazonaws.com"] },
    "for the API server, reviewed for it and STS": { audiences: ["sts.amazonaws.com", TOKEN_ISSUER] },
    "an audience that is a text": { claims: { aud: TOKEN_ISSUER } },
    "another audience that is a text": { claims: { aud: "vault" } },
    "an audience in other letters": { claims: { aud: [TOKEN_ISSUER.toUpperCase()] } },
    "no audience": { claims: { aud: null } },
    "an empty list of audiences": { claims: { aud: [] } },
    "an empty audience": { claims: { aud: [""] } },
    "an empty text as audience": { claims: { aud: "" } },
    "an audience that is a number": { claims: { aud: 1 } },
    "an audience in a list that is a number": { claims: { aud: [TOKEN_ISSUER, 1] } },
    "an audience that is an object": { claims: { aud: {} } },
    "an audience with signs that Go escapes": { claims: { aud: ['a"<&>\u2028ä\t'] } },
    "no audience, reviewed for STS": { claims: { aud: null }, audiences: ["sts.amazonaws.com"] },
  }),
  ...rows({
    "just ended": { claims: { exp: "<now-5>" } },
    "ended within the leeway": { claims: { exp: "<now-50>" } },
    "ended beyond the leeway": { claims: { exp: "<now-70>" } },
    "ended long ago": { claims: { exp: 1 } },
    "ends in the year 1970": { claims: { exp: 0 } },
    "a negative end": { claims: { exp: -1 } },
    "no end": { claims: { exp: null } },
    "not yet, within the leeway": { claims: { nbf: "<now+50>" } },
    "not yet, beyond the leeway": { claims: { nbf: "<now+70>" } },
    "no beginning": { claims: { nbf: null } },
    "issued in the future, within the leeway": { claims: { iat: "<now+50>" } },
    "issued in the future, beyond the leeway": { claims: { iat: "<now+70>" } },
    "not issued at a time": { claims: { iat: null } },
    "no times at all": { claims: { exp: null, nbf: null, iat: null } },
    "an end with a fraction": { claims: { exp: "<now+3600.5>" } },
    "an end that is a text": { claims: { exp: "soon" } },
    "an end that is a list": { claims: { exp: [] } },
    "a beginning that is a text": { claims: { nbf: "soon" } },
    "an issue time that is true": { claims: { iat: true } },
    "ended, and of an account that never was": { claims: { exp: 1, ...bound({}, { name: "nope", uid: "u" }) } },
    "ended, and for STS": { claims: { exp: 1, aud: ["sts.amazonaws.com"] } },
    "not yet, and ended": { claims: { nbf: "<now+700>", exp: "<now-700>" } },
  }),
  ...rows({
    "of another issuer": { claims: { iss: "https://other.example.test" } },
    "of the issuer with a slash": { claims: { iss: `${TOKEN_ISSUER}/` } },
    "of no issuer": { claims: { iss: null } },
    "of an empty issuer": { claims: { iss: "" } },
    "an issuer that is a number": { claims: { iss: 1 } },
    "no id": { claims: { jti: null } },
    "an id that is empty": { claims: { jti: "" } },
    "an id that is a number": { claims: { jti: 1 } },
    "a subject that is a number": { claims: { sub: 1 } },
    "another key's signature": { signedBy: "other" },
    "no signature": { signedBy: "nobody" },
    "the algorithm none": { header: { alg: "none" }, signedBy: "nobody" },
    "the algorithm none, with a signature": { header: { alg: "none" } },
    "the public key as a secret": { header: { alg: "HS256" }, signedBy: "secret" },
    "another algorithm's name": { header: { alg: "RS512" } },
    "an unknown algorithm": { header: { alg: "XS256" } },
    "an algorithm of another family": { header: { alg: "ES256" } },
    "no algorithm": { header: { alg: null } },
    "an algorithm that is a number": { header: { alg: 1 } },
    "no key's name": { header: { kid: null } },
    "an empty key's name": { header: { kid: "" } },
    "another key's name": { header: { kid: "other" } },
    "a key's name that is a number": { header: { kid: 1 } },
    "another key's signature, no key's name": { header: { kid: null }, signedBy: "other" },
    "a type": { header: { typ: "JWT" } },
    "another type": { header: { typ: "at+jwt" } },
    "a critical member": { header: { crit: ["exp"], exp: 1 } },
    "a critical member that is not there": { header: { crit: ["b64"] } },
    "a public key within": {
      header: { jwk: { kty: "EC", crv: "P-256", x: "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", y: "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM" } },
    },
    "no key within": { header: { jwk: [] } },
    "a nonce that is a number": { header: { nonce: 1 } },
    "a header with a member twice": { alter: withHeader('{"alg":"RS256","alg":"RS256"}') },
    "a header that is no object": { alter: withHeader("[]") },
    "a header that is no JSON": { alter: withHeader("{") },
    "an empty header": { alter: withHeader("{}") },
    "a critical member that says no": { header: { crit: ["b64"], b64: false } },
    "a line end within": { alter: (token) => token.replace(".", "\n.") },
    "a key within": { header: { jwk: { kty: "oct", k: "YQ" } } },
    "a signature in reverse": { alter: (token) => token.replace(/[^.]+$/, (signature) => [...signature].reverse().join("")) },
    "a signature that is cut off": { alter: (token) => token.slice(0, -20) },
    "a signature that is no base64": { alter: (token) => token.replace(/[^.]+$/, "a$b") },
    padding: { alter: (token) => `${token}==` },
    "claims that were changed": { alter: (token) => token.replace(/\.([^.]+)\./, (_, claims: string) => `.${changed(claims)}.`) },
    "two parts": { alter: (token) => token.split(".").slice(0, 2).join(".") },
    "four parts": { alter: (token) => `${token}.a` },
    "five parts": { alter: (token) => `${token}.a.b` },
    "one part": { alter: () => "token" },
    "three empty parts": { alter: () => ".." },
    "no JSON in three parts": { alter: () => "a.b.c" },
    "a blank before it": { alter: (token) => ` ${token}` },
    "a blank behind it": { alter: (token) => `${token} ` },
    "a word behind it": { alter: (token) => `${token} more` },
    "a line end behind it": { alter: (token) => `${token}\n` },
    "a comma behind it": { alter: (token) => `${token},` },
    "claims that are no object": { payload: "[]" },
    "claims that are null": { payload: "null" },
    "claims that are no JSON": { payload: "{" },
    "claims with a member twice": {
      payload: `{"iss":"${TOKEN_ISSUER}","aud":["vault"],"aud":["${TOKEN_ISSUER}"],"exp":"<now+60>","kubernetes.io":{"namespace":"oracle","serviceaccount":{"name":"app","uid":"<uid sa/oracle/app>"}}}`,
    },
    "claims with blanks between": {
      payload: `{ "iss" : "${TOKEN_ISSUER}" ,\n "aud":["${TOKEN_ISSUER}"],"exp":"<now+60>","kubernetes.io":{"namespace":"oracle","serviceaccount":{"name":"app","uid":"<uid sa/oracle/app>"}}}`,
    },
    "claims with members in other letters": {
      payload: `{"Iss":"${TOKEN_ISSUER}","AUD":["${TOKEN_ISSUER}"],"Exp":"<now+60>","Kubernetes.io":{"Namespace":"oracle","ServiceAccount":{"Name":"app","UID":"<uid sa/oracle/app>"}}}`,
    },
    "claims with something behind them": { payload: `{"iss":"${TOKEN_ISSUER}"} x` },
  }),
];

function withHeader(header: string): (token: string) => string {
  return (token) => token.replace(/^[^.]+/, Buffer.from(header).toString("base64url"));
}

function changed(claims: string): string {
  const text = Buffer.from(claims, "base64url").toString().replace('"app"', '"other"');
  return Buffer.from(text).toString("base64url");
}

/** Tokens with two or three things special at once; the same for the same seed. */
export function randomTokens(count: number, seed: number): readonly TokenRow[] {
  const whole = TOKEN_ROWS.filter(({ payload, alter }) => payload === undefined && alter === undefined);
  const some = fc.uniqueArray(fc.constantFrom(...whole), { minLength: 2, maxLength: 3 });
  return fc.sample(some, { numRuns: count, seed }).map((rows, index) => ({
    ...Object.assign({}, ...rows),
    name: `random ${index}: ${rows.map(({ name }) => name).join("; ")}`,
    header: Object.assign({}, ...rows.map(({ header }) => header ?? {})),
    claims: Object.assign({}, ...rows.map(({ claims }) => claims ?? {})),
  }));
}
