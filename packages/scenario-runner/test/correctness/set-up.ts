/** What the account holds before the questions: a provider, a role for one service account, and what the role may do. */
import { BUCKET, ISSUER, PROVIDER } from "../aws/simulated-aws.js";
import type { Subject } from "./subject.js";

export const SUBJECT = "system:serviceaccount:default:my-service-account";

/** The trust policy that EKS's documentation shows, with the `sub` that it demands. */
function trustPolicy(account: string, sub: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${PROVIDER}` },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: { StringEquals: { [`${PROVIDER}:sub`]: sub, [`${PROVIDER}:aud`]: "sts.amazonaws.com" } },
      },
    ],
  });
}

const READ_HELLO = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: `arn:aws:s3:::${BUCKET}/hello.txt` }],
});

/** Calls IAM; throws when it refuses. */
export async function callIam(subject: Subject, parameters: Readonly<Record<string, string>>) {
  const body = new URLSearchParams({ Version: "2010-05-08", ...parameters }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
  return subject.send({ service: "iam", method: "POST", path: "/", headers, body, credentials: subject.developer });
}

/** Fills the account. */
export async function setUp(subject: Subject): Promise<void> {
  const calls: readonly Readonly<Record<string, string>>[] = [
    {
      Action: "CreateOpenIDConnectProvider",
      Url: ISSUER,
      "ClientIDList.member.1": "sts.amazonaws.com",
      "ThumbprintList.member.1": "0123456789abcdef0123456789abcdef01234567",
    },
    { Action: "CreateRole", RoleName: "my-role", AssumeRolePolicyDocument: trustPolicy(subject.account, SUBJECT) },
    {
      Action: "CreateRole",
      RoleName: "other-namespace",
      AssumeRolePolicyDocument: trustPolicy(subject.account, "system:serviceaccount:prod:my-service-account"),
    },
    { Action: "CreateRole", RoleName: "star-in-equals", AssumeRolePolicyDocument: trustPolicy(subject.account, "system:serviceaccount:default:*") },
    { Action: "PutRolePolicy", RoleName: "my-role", PolicyName: "read-hello", PolicyDocument: READ_HELLO },
  ];
  for (const parameters of calls) {
    const answer = await callIam(subject, parameters);
    if (answer.status !== 200) throw new Error(`${subject.name} refused ${parameters.Action}: ${answer.body}`);
  }
}
