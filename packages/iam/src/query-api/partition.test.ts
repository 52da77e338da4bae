import type { Partition } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { NO_GRANTS } from "../index.js";
import { createApi } from "./iam-api.test-support.js";

const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
const ALL = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] });

describe.each<{ readonly partition: Partition; readonly region: string }>([
  { partition: "aws-cn", region: "cn-north-1" },
  { partition: "aws-us-gov", region: "us-gov-west-1" },
])("$partition", ({ partition, region }) => {
  test("every ARN begins with the partition, AWS's own policies' too", async () => {
    const { call, account, sessions, user } = createApi({ partition, region });
    const provider = await call("CreateOpenIDConnectProvider", { Url: "https://issuer.test" });
    await call("CreateRole", { RoleName: "app", Path: "/team/", AssumeRolePolicyDocument: TRUST });
    const policy = await call("CreatePolicy", { PolicyName: "all", PolicyDocument: ALL });
    const attached = await call("AttachRolePolicy", { RoleName: "app", PolicyArn: `arn:${partition}:iam::aws:policy/AmazonS3ReadOnlyAccess` });
    const role = account.roles.get("app");
    if (role === undefined) throw new Error("no role");
    const { assumedRoleArn } = sessions.issue({ role, sessionName: "one", durationSeconds: 3600, webIdentity: null, grants: NO_GRANTS });
    expect([user.arn, role.arn, assumedRoleArn]).toEqual([
      `arn:${partition}:iam::111122223333:user/developer`,
      `arn:${partition}:iam::111122223333:role/team/app`,
      `arn:${partition}:sts::111122223333:assumed-role/app/one`,
    ]);
    expect(provider.text).toContain(`>arn:${partition}:iam::111122223333:oidc-provider/issuer.test<`);
    expect(policy.text).toContain(`>arn:${partition}:iam::111122223333:policy/all<`);
    expect(attached.status).toBe(200);
  });

  test("AWS's policies of another partition are not there", async () => {
    const { call } = createApi({ partition, region });
    await call("CreateRole", { RoleName: "app", AssumeRolePolicyDocument: TRUST });
    expect((await call("AttachRolePolicy", { RoleName: "app", PolicyArn: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess" })).code).toBe("NoSuchEntity");
  });

  test("signatures name the partition's region of IAM", async () => {
    const { call } = createApi({ partition, region });
    expect([(await call("ListRoles")).status, (await call("ListRoles", {}, { region: "us-east-1" })).code]).toEqual([200, "SignatureDoesNotMatch"]);
  });
});
