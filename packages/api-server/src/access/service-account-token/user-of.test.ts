import { expect, test } from "vitest";
import { userOf } from "./user-of.js";

const identity = { namespace: "shop", serviceaccount: { name: "app", uid: "u" } };
const PREFIX = "authentication.kubernetes.io/";

test.each([
  { name: "nothing but the account", claims: {}, kubernetes: {}, extra: undefined },
  { name: "an id", claims: { jti: "j" }, kubernetes: {}, extra: { [`${PREFIX}credential-id`]: ["JTI=j"] } },
  { name: "an empty id", claims: { jti: "" }, kubernetes: {}, extra: undefined },
  { name: "a pod without a uid, which does not count", claims: {}, kubernetes: { pod: { name: "p" } }, extra: undefined },
  { name: "a node that had no object", claims: {}, kubernetes: { node: { name: "n" } }, extra: { [`${PREFIX}node-name`]: ["n"] } },
  { name: "a node without a name", claims: {}, kubernetes: { node: { name: "", uid: "x" } }, extra: undefined },
])("$name", ({ claims, kubernetes, extra }) => {
  expect(userOf({ iss: "", sub: "another", ...claims, "kubernetes.io": { ...identity, ...kubernetes } })).toEqual({
    name: "system:serviceaccount:shop:app",
    uid: "u",
    groups: ["system:serviceaccounts", "system:serviceaccounts:shop", "system:authenticated"],
    extra,
  });
});
