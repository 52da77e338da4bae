/** VPC endpoints, by the service's name alone or with what is special about them. */
import { pattern, strictObject } from "@irsa-sim/core/schema";
import { z } from "zod";
import { policy } from "../../aws/policy.js";

const service = pattern(/^[a-z0-9]+([.-][a-z0-9]+)*$/, "a service as its host is called, such as sts, s3 or secretsmanager");
const endpointId = pattern(/^vpce-[0-9a-f]{8}([0-9a-f]{9})?$/, "an endpoint's id such as vpce-1a2b3c4d");
const vpcId = pattern(/^vpc-[0-9a-f]{8}([0-9a-f]{9})?$/, "a VPC's id such as vpc-1a2b3c4d");

const endpoint = strictObject({
  service: service.describe("the service that it leads to"),
  id: endpointId.optional().describe("its id, which aws:SourceVpce has; made from the service's name when left out"),
  vpc: vpcId.default("vpc-1a2b3c4d").describe("the VPC in which it is, which aws:SourceVpc has; vpc-1a2b3c4d when left out"),
  policy: policy.optional().describe("the endpoint's policy: a file or the document itself; AWS's own, which allows everything, when left out"),
});

/** A service's name, or an endpoint with its settings; a name becomes an endpoint with nothing special. */
export const vpcEndpoint = z.union([service.transform((name) => endpoint.parse({ service: name })), endpoint], {
  error: "a service such as s3, or an endpoint with service, id, vpc and policy",
});
