import { expect, test } from "vitest";
import { admitBearer } from "./admit-bearer.js";

test.each([
  { name: "none", sent: undefined, secret: "s3cret", admitted: undefined },
  { name: "the secret one", sent: "Bearer s3cret", secret: "s3cret", admitted: "Bearer simulated-developer" },
  { name: "the developer's own", sent: "Bearer simulated-developer", secret: "s3cret", admitted: "Bearer of-nobody" },
  { name: "a kubelet's, in other letters", sent: "bearer simulated-kubelet-node-1", secret: "s3cret", admitted: "Bearer of-nobody" },
  { name: "a service account's", sent: "Bearer eyJ.a.b", secret: "s3cret", admitted: "Bearer eyJ.a.b" },
  { name: "anything, where nobody is the developer", sent: "Bearer null", secret: null, admitted: "Bearer null" },
])("a token: $name", ({ sent, secret, admitted }) => {
  const headers = { accept: "*/*", ...(sent === undefined ? {} : { authorization: sent }) };
  expect(admitBearer(headers, secret)).toEqual({ accept: "*/*", ...(admitted === undefined ? {} : { authorization: admitted }) });
});
