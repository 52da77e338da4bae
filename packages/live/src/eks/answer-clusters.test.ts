import { bodyText, createTrace, epochMillis, type HttpResponse, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { answerClusters } from "./answer-clusters.js";

const CLUSTER = {
  name: "demo",
  arn: "arn:aws:eks:eu-west-1:111122223333:cluster/demo",
  createdAt: 1,
  version: "1.33",
  endpoint: "https://127.0.0.1:1",
  roots: "pem",
  issuer: "https://oidc.test/id/A",
};
const ALLOWED: HttpResponse = { status: 200, headers: { "content-type": "application/json" }, body: "{}" };

test.each<{ readonly asked: string; readonly service?: HttpResponse; readonly answer: string }>([
  { asked: "GET /clusters", answer: '200 {"clusters":["demo"]}' },
  {
    asked: "GET /clusters/demo",
    answer:
      '200 {"cluster":{"name":"demo","arn":"arn:aws:eks:eu-west-1:111122223333:cluster/demo","createdAt":1,"version":"1.33","endpoint":"https://127.0.0.1:1","identity":{"oidc":{"issuer":"https://oidc.test/id/A"}},"status":"ACTIVE","certificateAuthority":{"data":"cGVt"},"platformVersion":"eks.1","tags":{}}}',
  },
  { asked: "GET /clusters/other", answer: '404 {"message":"No cluster found for name: other."}' },
  { asked: "DELETE /clusters/demo", answer: "200 {}" },
  { asked: "GET /clusters/demo/node-groups", answer: "200 {}" },
  { asked: "GET /clusters/demo", service: { status: 403, headers: {}, body: "no" }, answer: "403 no" },
])("$asked: $answer", async ({ asked, service = ALLOWED, answer }) => {
  const [method = "", path = ""] = asked.split(" ");
  const span = createTrace(new VirtualClock(epochMillis(0))).root;
  const response = await answerClusters(
    async () => service,
    () => CLUSTER,
  )({ method, url: `https://eks.test${path}`, headers: {}, body: "" }, span);
  expect(`${response.status} ${bodyText(response)}`).toBe(answer);
});
