import { connect } from "node:net";
import { expect, test } from "vitest";
import { type CutOff, startListener } from "../src/index.js";

/** More than the buffers of two sockets hold. */
const LARGE = "a".repeat(32 * 2 ** 20);

test("who asks for much and reads none of it is cut off, and counted as slow; who reads gets all", async () => {
  const cutOffs: CutOff[] = [];
  const listener = await startListener({
    answer: async () => ({ status: 200, headers: {}, body: LARGE }),
    limits: { patienceMs: 50 },
    onCutOff: (why) => cutOffs.push(why),
    onError: (error) => expect.unreachable(String(error)),
  });
  const socket = connect(listener.port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
  socket.pause();
  socket.on("error", () => {});
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  await expect.poll(() => cutOffs).toEqual(["slow"]);
  socket.resume();
  await closed;
  expect((await (await fetch(`http://127.0.0.1:${listener.port}/`)).text()).length).toBe(LARGE.length);
  await listener.close();
});
