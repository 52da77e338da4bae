import { bodyText, epochMillis, toEpochSeconds } from "@irsa-sim/core";
import { signRequest } from "@irsa-sim/sdk-credential-provider";
import { ACCOUNT, createSimulatedAws, HOSTS, REGION } from "../aws/simulated-aws.js";
import { readAnswer, type Subject } from "./subject.js";

/** The simulator, as the matrix asks it. */
export async function createSimulator(): Promise<Subject> {
  const aws = await createSimulatedAws(epochMillis(Date.UTC(2026, 0, 5, 9)));
  const { clock, developer, sign } = aws;
  return {
    name: "irsa-sim",
    account: ACCOUNT,
    developer,
    nowSeconds: () => toEpochSeconds(clock.now()),
    sign,
    async send({ service, path, credentials, ...rest }) {
      const request = { ...rest, url: `https://${HOSTS[service]}${path}` };
      const region = service === "iam" ? "us-east-1" : REGION;
      const response = await aws.send(
        service,
        credentials === undefined ? request : await signRequest({ request, service, region, credentials, at: clock.now() }),
      );
      return readAnswer(response.status, bodyText(response));
    },
    close: async () => {},
  };
}
