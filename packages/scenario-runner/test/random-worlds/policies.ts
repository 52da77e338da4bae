/** What can be wrong in what a role may do, and on the way to the resource. */
import { edit, type MutationKind } from "./mutation.js";

const POLICY = "role/my-pod-role/policy/read-my-bucket";
const OBJECT = "arn:aws:s3:::my-bucket/*";
const BUCKET_POLICY = "/bucketSettings/my-bucket/policy";

function bucketPolicy(statement: object) {
  return { Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:GetObject", Resource: OBJECT, ...statement }] };
}

export const POLICY_MUTATIONS: readonly MutationKind[] = [
  (pick) => {
    const action = pick(["s3:PutObject", "s3:ListBucket", ["s3:List*", "s3:Put*"], "S3:getobject"]);
    return { name: `the policy allows ${JSON.stringify(action)}`, edits: [edit(POLICY, "/Statement/0/Action", action)] };
  },
  (pick) => {
    const resource = pick([
      "arn:aws:s3:::my-bucket",
      "arn:aws:s3:::other/*",
      "arn:aws:s3:::my-bucket/${aws:PrincipalTag/team}/*",
      "arn:aws:s3:::my-bucket/${aws:userid}",
    ]);
    return { name: `the policy is for ${resource}`, edits: [edit(POLICY, "/Statement/0/Resource", resource)] };
  },
  () => ({ name: "the policy denies", edits: [edit(POLICY, "/Statement/0/Effect", "Deny")] }),
  () => ({ name: "the role has no policy", edits: [edit("role/my-pod-role", "/policies", {})] }),
  (pick) => {
    const key = pick(["aws:SourceIp", "aws:PrincipalTag/team", "aws:SecureTransport", "s3:prefix"]);
    return { name: `the policy asks for ${key}`, edits: [edit(POLICY, "/Statement/0/Condition", { StringEquals: { [key]: "x" } })] };
  },
  (pick) => {
    const statement = pick([
      {},
      { Principal: { AWS: "arn:aws:iam::111122223333:role/my-pod-role" } },
      { Principal: { AWS: "arn:aws:iam::111122223333:root" } },
      { Effect: "Allow" },
    ]);
    return { name: `the bucket says ${JSON.stringify(statement)}`, edits: [edit("aws", BUCKET_POLICY, bucketPolicy(statement))] };
  },
  (pick) => {
    const [member, value] = pick([
      ["Bucket", "my-buckets"],
      ["Key", "missing.txt"],
      ["Key", "hello"],
    ] as const);
    return { name: `the app asks for the ${member} ${value}`, edits: [edit("call", `/parameters/${member}`, value)] };
  },
  (pick) => {
    const seconds = pick([900, 7200, 43_200]);
    return { name: `the app asks for ${seconds} s`, edits: [edit("call", "/app/habits/durationSeconds", seconds)] };
  },
  (pick) => {
    const roleArn = pick([
      "arn:aws:iam::111122223333:role/my-pod-role",
      "arn:aws:iam::111122223333:role/demo-node-role",
      "arn:aws:iam::111122223333:role/none",
    ]);
    return { name: `the app goes on to ${roleArn}`, edits: [edit("call", "/app/habits/assumeRole", { roleArn })] };
  },
  (pick) => {
    const [place, value] = pick([
      ["internet", false],
      ["clusterDns", "silent"],
      ["proxy", "proxy.internal:3128"],
      ["sidecarReadyAfter", 5000],
    ] as const);
    return { name: `network: ${place} is ${value}`, edits: [edit("cluster", `/network/${place}`, value)] };
  },
  (pick) => {
    const skew = pick(["app", "sts", "node"]);
    const seconds = pick([-90_000, -1200, 1200, 90_000]);
    return { name: `the clock of ${skew} is ${seconds} s off`, edits: [edit("cluster", `/clockSkews/${skew}`, seconds)] };
  },
  (pick) => {
    const [member, value] = pick([
      ["hopLimit", 1],
      ["endpoint", "disabled"],
    ] as const);
    return { name: `instance metadata: ${member} is ${value}`, edits: [edit("cluster", `/instanceMetadata/${member}`, value)] };
  },
];
