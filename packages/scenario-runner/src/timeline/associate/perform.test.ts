import { expect, test } from "vitest";
import { playTimeline } from "../../../test/play-timeline.js";

const AGENT = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
const ASSOCIATE = "associate: { serviceAccount: my-service-account, role: my-pod-role }";
const AGAIN = ["delete: { pod: my-pod }", "apply: [pod.yaml]"];
const hasAgent = (value: string) => `expect: { pod: { name: my-pod, environment: { ${AGENT}: ${value} } } }`;
const URI = '"http://169.254.170.23/v1/credentials"';

test.each([
  { name: "a pod that runs keeps what it has", entries: [ASSOCIATE, hasAgent("null")] },
  { name: "a pod that is made later gets Pod Identity", entries: [ASSOCIATE, ...AGAIN, hasAgent(URI)] },
  {
    name: "without the association a new pod gets what it got before",
    entries: [ASSOCIATE, "associate: { serviceAccount: my-service-account, off: true }", ...AGAIN, hasAgent("null")],
  },
])("$name", async ({ entries }) => {
  const { failure, expectations } = await playTimeline(entries);
  expect([failure, expectations.filter(({ met }) => !met)]).toEqual([null, []]);
});

test("what is not there cannot be deleted", async () => {
  const { failure } = await playTimeline(["associate: { serviceAccount: my-service-account, off: true }"]);
  expect(failure).toMatchObject({ code: "ResourceNotFoundException", status: 404 });
});
