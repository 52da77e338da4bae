import { expect, test } from "vitest";
import { findProxy } from "./find-proxy.js";

const PROXY = "http://egress.corp:3128";

test.each([
  { name: "for https", environment: { HTTPS_PROXY: PROXY }, host: "egress.corp:3128" },
  { name: "in small letters", environment: { https_proxy: PROXY }, host: "egress.corp:3128" },
  { name: "without a scheme", environment: { HTTPS_PROXY: "egress.corp:3128" }, host: "egress.corp:3128" },
  { name: "for http alone", environment: { HTTP_PROXY: PROXY }, host: null },
  { name: "set but empty", environment: { HTTPS_PROXY: "" }, host: null },
  { name: "taken out by the host", environment: { HTTPS_PROXY: PROXY, NO_PROXY: "x.example, sts.eu-west-1.amazonaws.com" }, host: null },
  { name: "taken out by a domain", environment: { HTTPS_PROXY: PROXY, NO_PROXY: ".amazonaws.com" }, host: null },
  { name: "taken out by a domain without a dot", environment: { HTTPS_PROXY: PROXY, no_proxy: "amazonaws.com" }, host: null },
  { name: "taken out by a star", environment: { HTTPS_PROXY: PROXY, NO_PROXY: "*" }, host: null },
  { name: "not by the end of another name", environment: { HTTPS_PROXY: PROXY, NO_PROXY: "naws.com,,west-1" }, host: "egress.corp:3128" },
])("a proxy $name: $host", ({ environment, host }) => {
  expect(findProxy(new URL("https://sts.eu-west-1.amazonaws.com/"), environment)?.host ?? null).toBe(host);
});
