import { bodyText } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createTestS3, type TestCall } from "../../s3-world.test-support.js";

const ALL = { Effect: "Allow", Action: "s3:*", Resource: "*" };
const OBJECT = "/my-bucket/hello.txt";
const tagging = (...tags: readonly (readonly [string, string])[]): string =>
  `<Tagging><TagSet>${tags.map(([key, value]) => `<Tag><Key>${key}</Key><Value>${value}</Value></Tag>`).join("")}</TagSet></Tagging>`;
const put = (body: string): TestCall => ({ method: "PUT", path: OBJECT, query: { tagging: "" }, body });
const upload = (tags: string, path = OBJECT): TestCall => ({ method: "PUT", path, headers: { "x-amz-tagging": tags }, body: "x" });
const get: TestCall = { path: OBJECT, query: { tagging: "" } };
const codeIn = (text: string): string => /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? "";

test("tags are replaced as a whole, read, copied and taken away", async () => {
  const { call } = createTestS3([ALL], { bucket: { objectTags: { "hello.txt": { stage: "test" } } } });
  const tagsOf = async (path: string) => bodyText(await call({ path, query: { tagging: "" } })).replace(/^.*<TagSet>|<\/TagSet>.*$/gs, "");
  expect(await tagsOf(OBJECT)).toBe("<Tag><Key>stage</Key><Value>test</Value></Tag>");
  expect((await call({ path: OBJECT })).headers["x-amz-tagging-count"]).toBe("1");
  await call(put(tagging(["team", "blue"])));
  await call({ method: "PUT", path: "/my-bucket/copy", headers: { "x-amz-copy-source": OBJECT } });
  await call({
    method: "PUT",
    path: "/my-bucket/other",
    headers: { "x-amz-copy-source": OBJECT, "x-amz-tagging-directive": "REPLACE", "x-amz-tagging": "a=1" },
  });
  expect([await tagsOf("/my-bucket/copy"), await tagsOf("/my-bucket/other")]).toEqual([
    "<Tag><Key>team</Key><Value>blue</Value></Tag>",
    "<Tag><Key>a</Key><Value>1</Value></Tag>",
  ]);
  expect((await call({ method: "DELETE", path: OBJECT, query: { tagging: "" } })).status).toBe(204);
  expect(await tagsOf(OBJECT)).toBe("");
});

test.each([
  { name: "a key twice", call: put(tagging(["a", "1"], ["a", "2"])), code: "InvalidTag" },
  { name: "a key twice in the header", call: upload("a=1&a=2"), code: "InvalidArgument" },
  { name: "no key", call: put(tagging(["", "1"])), code: "InvalidTag" },
  { name: "a character that is none of a tag's", call: upload("a=%00"), code: "InvalidTag" },
  { name: "a key of AWS's own", call: upload("aws:a=1"), code: "InvalidTag" },
  { name: "eleven tags", call: upload(Array.from({ length: 11 }, (_, index) => `t${index}=1`).join("&")), code: "BadRequest" },
  { name: "no document", call: put("<Tagging/>"), code: "MalformedXML" },
  { name: "an object that is not there", call: { ...get, path: "/my-bucket/none" }, code: "NoSuchKey" },
  { name: "tags of a bucket", call: { path: "/my-bucket", query: { tagging: "" } }, code: "NotImplemented" },
])("$name is refused: $code", async ({ call, code }) => {
  expect(codeIn(bodyText(await createTestS3([ALL]).call(call)))).toBe(code);
});

const only = (action: string, key: string, value: string) => [
  { Effect: "Allow", Action: action, Resource: "*", Condition: { StringEquals: { [key]: value } } },
];

test.each([
  { name: "reading what has the tag", policy: only("s3:GetObject", "s3:ExistingObjectTag/stage", "test"), call: { path: OBJECT }, status: 200 },
  { name: "reading what has another", policy: only("s3:GetObject", "s3:ExistingObjectTag/stage", "prod"), call: { path: OBJECT }, status: 403 },
  { name: "its tags", policy: only("s3:GetObjectTagging", "s3:ExistingObjectTag/stage", "test"), call: get, status: 200 },
  { name: "tagging as wanted", policy: only("s3:PutObjectTagging", "s3:RequestObjectTag/team", "blue"), call: put(tagging(["team", "blue"])), status: 200 },
  { name: "tagging otherwise", policy: only("s3:PutObjectTagging", "s3:RequestObjectTag/team", "blue"), call: put(tagging(["team", "red"])), status: 403 },
  {
    name: "uploading with tags needs their own right",
    policy: [{ Effect: "Allow", Action: "s3:PutObject", Resource: "*" }],
    call: upload("team=blue"),
    status: 403,
  },
  {
    name: "uploading without",
    policy: [{ Effect: "Allow", Action: "s3:PutObject", Resource: "*" }],
    call: { method: "PUT", path: OBJECT, body: "x" },
    status: 200,
  },
])("$name: $status", async ({ policy, call, status }) => {
  const s3 = createTestS3(policy, { bucket: { objectTags: { "hello.txt": { stage: "test" } } } });
  expect((await s3.call(call)).status).toBe(status);
});

test("a copy keeps tags only for who may read them", async () => {
  const mayCopy = [{ Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject", "s3:PutObjectTagging"], Resource: "*" }];
  const copy: TestCall = { method: "PUT", path: "/my-bucket/copy", headers: { "x-amz-copy-source": OBJECT } };
  const tagged = createTestS3(mayCopy, { bucket: { objectTags: { "hello.txt": { stage: "test" } } } });
  expect([(await tagged.call(copy)).status, (await createTestS3(mayCopy).call(copy)).status]).toEqual([403, 200]);
});
