import { expect, test } from "vitest";
import { decideDiscovery } from "./decide-discovery.js";

const FLAGS = { issuer: "https://i.example.com", jwksUri: "", externalHost: "api.example.com:6443", keyCount: 1 };

test.each([
  { name: "the server's own", flags: {}, decision: { jwksUri: "https://api.example.com:6443/openid/v1/jwks" } },
  { name: "as configured", flags: { jwksUri: "https://k.example.com" }, decision: { jwksUri: "https://k.example.com" } },
  { name: "as configured, without a host", flags: { jwksUri: "https://k.example.com", externalHost: "" }, decision: { jwksUri: "https://k.example.com" } },
  { name: "an empty issuer", flags: { issuer: "" }, decision: { problem: "empty issuer URL" } },
  { name: "http in the middle", flags: { issuer: "x-https://i" }, decision: { problem: "issuer URL must use https scheme, got: x-https://i" } },
  { name: "a question mark with nothing behind it", flags: { issuer: "https://i?" }, decision: { jwksUri: "https://api.example.com:6443/openid/v1/jwks" } },
  { name: "a number sign with nothing behind it", flags: { issuer: "https://i#" }, decision: { jwksUri: "https://api.example.com:6443/openid/v1/jwks" } },
  { name: "a query", flags: { issuer: "https://i?a" }, decision: { problem: "issuer URL may not include a query, got: https://i?a" } },
  { name: "a fragment", flags: { issuer: "https://i#a" }, decision: { problem: "issuer URL may not include a fragment, got: https://i#a" } },
  {
    name: "a question mark in a fragment",
    flags: { issuer: "https://i#a?b" },
    decision: { problem: "issuer URL may not include a fragment, got: https://i#a?b" },
  },
  { name: "https in the middle", flags: { jwksUri: "x-https://k" }, decision: { problem: "jwksURI requires https scheme, parsed as: x-https://k" } },
  {
    name: "no address",
    flags: { externalHost: "" },
    decision: { problem: "either the JWKS URI or the default external address, or both, must be set" },
  },
  { name: "no key", flags: { keyCount: 0 }, decision: { problem: "no keys provided for validating keyset" } },
])("$name", ({ flags, decision }) => {
  expect(decideDiscovery({ ...FLAGS, ...flags })).toEqual(decision);
});
