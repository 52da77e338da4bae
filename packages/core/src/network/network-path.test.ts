import { expect, test } from "vitest";
import { networkPathOf, withNetworkPath } from "./network-path.js";

const REQUEST = { method: "GET", url: "https://s3.test/", headers: { host: "s3.test" }, body: "" };

test.each([
  { name: "an address", path: { sourceIp: "198.51.100.7", vpcEndpointId: null } },
  { name: "an endpoint", path: { sourceIp: "10.0.1.5", vpcEndpointId: "vpce-1a2b3c4d" } },
  { name: "an address of version 6", path: { sourceIp: "2001:db8::1", vpcEndpointId: null } },
])("what the sender's network says of a request is what the receiver reads: $name", ({ path }) => {
  const carried = withNetworkPath(REQUEST, path);
  expect(networkPathOf(carried)).toEqual(path);
  expect(carried.headers.host).toBe("s3.test");
});

test("a request of which nothing is said came from the internet", () => {
  expect(networkPathOf(REQUEST)).toEqual({ sourceIp: "203.0.113.10", vpcEndpointId: null });
});
