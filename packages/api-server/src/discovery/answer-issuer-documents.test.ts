import { expect, test } from "vitest";
import { createTestCluster } from "../cluster.test-support.js";

const { send } = createTestCluster({ issuerDocuments: async (document) => ({ status: 200, headers: {}, body: JSON.stringify({ document }) }) });
const without = createTestCluster();
const DISCOVERY = "/.well-known/openid-configuration";

test.each([
  { name: "an administrator reads the discovery document", path: DISCOVERY, token: "admin-token", status: 200, body: { document: "discovery" } },
  { name: "an administrator reads the keys", path: "/openid/v1/jwks", token: "admin-token", status: 200, body: { document: "keys" } },
  { name: "a user may not", path: DISCOVERY, token: "guest-token", status: 403, body: { message: `forbidden: User "guest" cannot get path "${DISCOVERY}"` } },
  { name: "nobody may not", path: DISCOVERY, token: null, status: 403, body: { message: `forbidden: User "system:anonymous" cannot get path "${DISCOVERY}"` } },
])("$name", async ({ path, token, status, body }) => {
  expect(await send({ path, token })).toMatchObject({ status, body });
});

test("where none are served there is no such path", async () => {
  expect(await without.send({ path: DISCOVERY })).toMatchObject({ status: 404 });
});
