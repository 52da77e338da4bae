/** A configuration in JSON: what it says itself comes out whole, what only applying it tells by its address. */
import type { Json } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { toJson } from "../../../../tree/located-tree.js";
import { treeOf } from "../../../../tree/tree-of.test-support.js";
import { recognise } from "../../../recognise.js";

const TRUST_BLOCK = {
  actions: ["sts:AssumeRoleWithWebIdentity"],
  principals: { type: "Federated", identifiers: ["${aws_iam_openid_connect_provider.this.arn}"] },
  condition: [
    {
      test: "StringEquals",
      variable: '${replace(aws_eks_cluster.this.identity[0].oidc[0].issuer, "https://", "")}:sub',
      values: ["system:serviceaccount:${var.namespace}:web"],
    },
  ],
};

/** A role whose trust policy or name is an expression, in a configuration with everything that it may refer to. */
const configurationWith = (role: Record<string, Json>): Json => ({
  variable: { namespace: { default: "shop" }, unset: {} },
  locals: { names: { web: "web-role" } },
  data: { aws_iam_policy_document: { trust: [{ statement: TRUST_BLOCK }] } },
  resource: {
    aws_eks_cluster: { this: { name: "prod" } },
    aws_iam_openid_connect_provider: { this: { url: "${aws_eks_cluster.this.identity[0].oidc[0].issuer}", client_id_list: ["sts.amazonaws.com"] } },
    aws_iam_role: { web: role },
  },
});

const roleIn = (role: Record<string, Json>) => recognise(treeOf(configurationWith(role))).documents.find(({ kind }) => kind === "role");
const ISSUER = "\u27e8issuer of aws_eks_cluster.this\u27e9";

test("a data source of a policy is the policy", () => {
  const role = roleIn({ name: "web-role", assume_role_policy: "${data.aws_iam_policy_document.trust.json}" });
  expect(role?.kind === "role" ? toJson(role.node) : null).toEqual({
    trustPolicy: {
      Version: "2012-10-17",
      Statement: [
        {
          ...{ Effect: "Allow", Action: ["sts:AssumeRoleWithWebIdentity"] },
          Principal: { Federated: `arn:aws:iam::\u27e8account\u27e9:oidc-provider/${ISSUER}` },
          Condition: { StringEquals: { [`${ISSUER}:sub`]: "system:serviceaccount:shop:web" } },
        },
      ],
    },
  });
});

describe("a name comes to what the file says", () => {
  test.each([
    { name: "text", written: "web-role", comesTo: "web-role" },
    { name: "a variable with a default", written: "${var.namespace}-role", comesTo: "shop-role" },
    { name: "a variable without one", written: "${var.unset}-role", comesTo: "\u27e8var.unset\u27e9-role" },
    { name: "a member of a local value", written: "${local.names.web}", comesTo: "web-role" },
    { name: "an attribute that another resource has", written: "${aws_eks_cluster.this.name}-web", comesTo: "prod-web" },
    { name: "a call in a call", written: '${lower(trimprefix("X-Web", "X-"))}', comesTo: "web" },
    { name: "a quotation with a bracket in it", written: '${replace("a}b", "}", "-")}', comesTo: "a-b" },
    { name: "an escaped bracket", written: "$${var.namespace}", comesTo: "${var.namespace}" },
    { name: "a bracket that is never closed", written: "${var.namespace", comesTo: "${var.namespace" },
    { name: "a function that is not known", written: "${md5(var.namespace)}", comesTo: "\u27e8md5(var.namespace)\u27e9" },
    { name: "itself, for ever", written: "${aws_iam_role.web.name}x", comesTo: expect.stringContaining("\u27e8aws_iam_role.web.name\u27e9") },
  ])("$name", ({ written, comesTo }) => {
    expect(roleIn({ name: written })).toMatchObject({ name: comesTo });
  });
});

test("a trust policy that is not known as a whole is left out, as a plan leaves it out", () => {
  const role = roleIn({ name: "web-role", assume_role_policy: '${file("trust.json")}' });
  expect(role?.kind === "role" ? toJson(role.node) : null).toEqual({});
});

test("another object with resources is none", () => {
  expect(recognise(treeOf({ resource: { cpu: { limit: 1 } } })).documents.map(({ kind }) => kind)).toEqual(["unknown"]);
});
