import { type AccountId, createRandom, epochMillis, VirtualClock, withNetworkPath } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createIam } from "../accounts/create-iam.js";
import { toContext } from "./condition-keys.js";
import { requestContext } from "./request-context.js";

const NOW = epochMillis(Date.UTC(2026, 0, 5, 9));
const OWNER = "111122223333" as AccountId;
const ENDPOINT = { id: "vpce-1a2b3c4d", vpcId: "vpc-1a2b3c4d", accountId: OWNER, region: "eu-west-1", policy: null };
const iam = createIam({
  clock: new VirtualClock(NOW),
  random: createRandom("1"),
  accounts: [OWNER],
  organization: { id: "o-exampleorgid", serviceControlPolicies: [], resourceControlPolicies: [] },
  vpcEndpoints: [ENDPOINT],
});

const ALWAYS = {
  "aws:CurrentTime": ["2026-01-05T09:00:00Z"],
  "aws:EpochTime": ["1767603600"],
  "aws:SecureTransport": ["true"],
  "aws:RequestedRegion": ["eu-west-1"],
  "aws:ViaAWSService": ["false"],
  "aws:PrincipalIsAWSService": ["false"],
};
const THROUGH_ENDPOINT = {
  "aws:VpcSourceIp": ["10.0.1.5"],
  "aws:SourceVpce": ["vpce-1a2b3c4d"],
  "aws:SourceVpc": ["vpc-1a2b3c4d"],
  "aws:SourceVpcArn": ["arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1a2b3c4d"],
  "aws:VpceAccount": [OWNER],
  "aws:VpceOrgID": ["o-exampleorgid"],
  "aws:VpceOrgPaths": ["o-exampleorgid/r-exam/"],
};
const PUBLIC = { "aws:SourceIp": ["203.0.113.10"] };

test.each<{ name: string; url?: string; headers?: Record<string, string>; from?: { sourceIp: string; vpcEndpointId: string | null }; keys: object }>([
  { name: "over TLS, by a client that names itself", headers: { "user-agent": "cli" }, keys: { ...PUBLIC, "aws:UserAgent": ["cli"] } },
  { name: "in the clear, without a name", url: "http://s3.test/", keys: { ...PUBLIC, "aws:SecureTransport": ["false"] } },
  { name: "from a page", headers: { referer: "https://a.test/" }, keys: { ...PUBLIC, "aws:Referer": ["https://a.test/"] } },
  { name: "from elsewhere", from: { sourceIp: "198.51.100.7", vpcEndpointId: null }, keys: { "aws:SourceIp": ["198.51.100.7"] } },
  { name: "through a VPC endpoint", from: { sourceIp: "10.0.1.5", vpcEndpointId: ENDPOINT.id }, keys: THROUGH_ENDPOINT },
])("the keys that every request has, and no others: $name", ({ url = "https://s3.test/", headers = {}, from, keys }) => {
  const sent = { method: "GET", url, headers, body: "" };
  const request = from === undefined ? sent : withNetworkPath(sent, from);
  const context = toContext(requestContext({ iam, request, region: "eu-west-1", now: NOW }));
  expect(Object.fromEntries(context)).toEqual({ ...ALWAYS, ...keys });
});
